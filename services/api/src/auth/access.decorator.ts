import type { Plan, Role, Scope } from '@discover/contracts';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Who may call a route; one that does not say is refused to everyone.
 *
 * - `public`: anyone
 * - a scope: whoever is logged in, or an API key that has the scope; `admin` for administrators only
 * - `account`: whoever is logged in, or any API key
 * - `session`: only whoever is logged in, for what an API key must never do
 */
export type Access = 'public' | 'account' | 'session' | Scope;

export const ACCESS = 'discover:access';

/** What a route allows, or how that follows from the request: one may be public for some questions and not for others. */
export type AccessRule = Access | ((request: FastifyRequest) => Access);

export const AllowAccess = (access: AccessRule) => SetMetadata(ACCESS, access);

/** Whoever makes the request, as the guard found them. */
export interface Caller {
  readonly userId: string;
  readonly role: Role;
  readonly plan: Plan;
  /** By what they came: a log-in, or an API key. */
  readonly by: { readonly sessionId: string } | { readonly keyId: string; readonly scopes: readonly Scope[] };
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** The caller, in a handler of a route that is not public. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().caller,
);
