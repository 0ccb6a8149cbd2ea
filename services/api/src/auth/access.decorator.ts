import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { LiveSession } from '@discover/database';
import type { FastifyRequest } from 'fastify';

/** Who may call a route. A route that does not say is refused to everyone. */
export type Access = 'public' | 'user' | 'admin';

export const ACCESS = 'discover:access';

export const AllowAccess = (access: Access) => SetMetadata(ACCESS, access);

/** Whoever makes the request, as the guard found them. */
export type Caller = Pick<LiveSession, 'userId' | 'role' | 'plan'> & { sessionId: string };

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** The caller, in a handler of a route that is not public. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().caller,
);
