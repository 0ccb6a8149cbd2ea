import { AppError } from '@discover/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { RateLimits } from '../limits/rate-limits.js';
import { ACCESS, type Access, type Caller } from './access.decorator.js';
import { Callers } from './callers.js';

/** Stands before every route: finds out who calls, whether they call too often, and whether they may. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly accessByHandler = new Map<unknown, Access | undefined>();

  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.accessOf(context);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (access === 'public') {
      this.limits.admitAnonymous(request, reply);
      return true;
    }
    const caller = await this.identify(request, reply);
    request.caller = caller;
    request.correlation.userId = caller.userId;
    this.limits.admit(caller, request, reply);
    authorize(caller, access);
    return true;
  }

  /** Whoever cannot say who they are counts by their address: trying out tokens or keys soon ends. */
  private async identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    try {
      return await this.callers.identify(request);
    } catch (error) {
      this.limits.admitAnonymous(request, reply);
      throw error;
    }
  }

  /** What the handler says, else its controller; looked up once for each handler. */
  private accessOf(context: ExecutionContext): Access | undefined {
    const handler = context.getHandler();
    if (!this.accessByHandler.has(handler)) {
      const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, context.getClass()]);
      this.accessByHandler.set(handler, access);
    }
    return this.accessByHandler.get(handler);
  }
}

/** @throws AppError `forbidden` */
export function authorize(caller: Caller, access: Exclude<Access, 'public'> | undefined): void {
  if (access === undefined) throw new AppError('forbidden', 'Nobody may call this route.');
  if (access === 'admin' && caller.role !== 'admin')
    throw new AppError('forbidden', 'Only an administrator may do this.');
  if ('sessionId' in caller.by || access === 'account') return;
  if (access === 'session') throw new AppError('forbidden', 'Log in for this: no API key may do it.');
  if (!caller.by.scopes.includes(access))
    throw new AppError('forbidden', `This API key lacks the scope \`${access}\`.`);
}
