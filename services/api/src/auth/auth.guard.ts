import { AppError } from '@discover/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { RateLimits } from '../limits/rate-limits.js';
import { ACCESS, type Access, type AccessRule, type Caller } from './access.decorator.js';
import { Callers } from './callers.js';

/** Stands before every route: finds out who calls, whether they call too often, and whether they may. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly ruleByHandler = new Map<unknown, AccessRule | undefined>();

  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.ruleOf(context);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const access = typeof rule === 'function' ? rule(request) : rule;
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
  private ruleOf(context: ExecutionContext): AccessRule | undefined {
    const handler = context.getHandler();
    if (!this.ruleByHandler.has(handler)) {
      const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [handler, context.getClass()]);
      this.ruleByHandler.set(handler, rule);
    }
    return this.ruleByHandler.get(handler);
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
