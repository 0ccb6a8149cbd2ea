import { AppError } from '@discover/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { ACCESS, type Access } from './access.decorator.js';
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
    if (access === 'user' || (access === 'admin' && caller.role === 'admin')) return true;
    throw new AppError(
      'forbidden',
      access === 'admin' ? 'Only an administrator may do this.' : 'Nobody may call this route.',
    );
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

function bearerToken(request: FastifyRequest): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined)
    throw new AppError('unauthenticated', 'Send your access token as `Authorization: Bearer …`.');
  return token;
}
