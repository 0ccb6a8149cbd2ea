import { AppError } from '@discover/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { ACCESS, type Access, type Caller } from './access.decorator.js';
import { AuthService } from './auth.service.js';

/** Stands before every route: finds out who calls and whether they may. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly accessByHandler = new Map<unknown, Access | undefined>();

  constructor(
    private readonly reflector: Reflector,
    private readonly auth: AuthService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.accessOf(context);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.auth.authenticate(bearerToken(request));
    request.caller = caller;
    request.correlation.userId = caller.userId;
    authorize(caller, access);
    return true;
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
function authorize(caller: Caller, access: Exclude<Access, 'public'> | undefined): void {
  if (access === undefined) throw new AppError('forbidden', 'Nobody may call this route.');
  if (access === 'admin' && caller.role !== 'admin')
    throw new AppError('forbidden', 'Only an administrator may do this.');
  if ('sessionId' in caller.by || access === 'account') return;
  if (access === 'session') throw new AppError('forbidden', 'Log in for this: no API key may do it.');
  if (!caller.by.scopes.includes(access))
    throw new AppError('forbidden', `This API key lacks the scope \`${access}\`.`);
}

function bearerToken(request: FastifyRequest): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined)
    throw new AppError('unauthenticated', 'Send your access token as `Authorization: Bearer …`.');
  return token;
}
