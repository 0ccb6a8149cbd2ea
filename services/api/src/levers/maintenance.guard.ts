import { AppError } from '@discover/contracts';
import { Levers } from '@discover/queue';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

const OPEN = 'discover:open-in-maintenance';

/** For routes that go on during maintenance: health, logging in, the operators' page. */
export const OpenInMaintenance = () => SetMetadata(OPEN, true);

/** When no end was announced, in seconds. */
const RETRY_AFTER_SECONDS = 120;
const LONGEST_RETRY_SECONDS = 3_600;

/** Stands behind the guard that finds out who calls: in maintenance only administrators, and routes that are marked so, go on. */
@Injectable()
export class MaintenanceGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly levers: Levers,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { mode, message, until } = this.levers.current.maintenance;
    if (mode === 'off') return true;
    const { method, caller } = context.switchToHttp().getRequest<FastifyRequest>();
    if (mode === 'read_only' && (method === 'GET' || method === 'HEAD')) return true;
    if (caller?.role === 'admin') return true;
    if (this.reflector.getAllAndOverride(OPEN, [context.getHandler(), context.getClass()]) === true) return true;
    const what = mode === 'read_only' ? 'Nothing can be changed at the moment.' : 'We are closed for the moment.';
    throw new AppError('maintenance', message ?? `${what} Try again later.`, {
      retryAfterSeconds: secondsUntil(until),
    });
  }
}

/** Not until somebody forgot to open again: whoever waits asks at least every hour. */
function secondsUntil(until: string | null): number {
  if (until === null) return RETRY_AFTER_SECONDS;
  const seconds = Math.ceil((Date.parse(until) - Date.now()) / 1_000);
  return seconds <= 0 ? RETRY_AFTER_SECONDS : Math.min(seconds, LONGEST_RETRY_SECONDS);
}
