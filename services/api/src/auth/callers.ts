import { Cache, keys, policies } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { apiKeyIdsOf, Database, findLiveSession, liveSessionIdsOf, type LiveSession } from '@discover/database';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { ApiKeyAuthenticator } from '../api-keys/api-key-authenticator.js';
import { KEY_PREFIX } from '../api-keys/api-key-token.js';
import type { Caller } from './access.decorator.js';
import { AccessTokens, type AccessClaims } from './access-tokens.js';

/** A live session as it is cached. */
type CachedSession = Pick<LiveSession, 'userId' | 'role' | 'plan'> & { expiresAt: number };

/** Finds out who makes a request, by access token or API key; what is known of them is cached until something changes it. */
@Injectable()
export class Callers {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly accessTokens: AccessTokens,
    private readonly apiKeys: ApiKeyAuthenticator,
  ) {}

  /** @throws AppError `unauthenticated`, `invalid_token`, `token_expired`, `token_revoked` */
  async identify({ headers }: FastifyRequest): Promise<Caller> {
    const key = headers['x-api-key'];
    if (typeof key === 'string' && headers.authorization === undefined) return this.apiKeys.authenticate(key);
    const token = bearerToken(headers.authorization);
    return token.startsWith(KEY_PREFIX) ? this.apiKeys.authenticate(token) : this.bySession(token);
  }

  /**
   * As {@link identify}, if this process knows the caller already, without waiting; undefined says nothing but that
   * `identify` has to be asked. Whoever serves the caller calls {@link countUse}.
   *
   * @throws AppError as `identify`
   */
  known({ headers }: FastifyRequest): Caller | undefined {
    if (headers['x-api-key'] !== undefined) return undefined;
    const token = bearerToken(headers.authorization);
    if (token.startsWith(KEY_PREFIX)) return this.apiKeys.known(token);
    const claims = this.accessTokens.verified(token);
    if (!claims) return undefined;
    const session = this.cache.peek<CachedSession>(policies.session, keys.session(claims.sessionId));
    return session && callerBy(claims, session);
  }

  /** Counts a request of a caller who was {@link known}. */
  countUse({ by }: Caller): void {
    if ('keyId' in by) this.apiKeys.countUse(by.keyId);
  }

  /** To be called after a session was ended. */
  async forgetSessions(ids: readonly string[]): Promise<void> {
    await this.cache.invalidate(ids.map((id) => keys.session(id)));
  }

  /** To be called at each log-in: the operator may have changed the account in the database. */
  async forgetAccount(userId: string): Promise<void> {
    await this.cache.invalidate([keys.profile(userId)]);
  }

  /** To be called after something was changed that every session and key of a person carries, and the account itself: role, plan. */
  async forgetAllOf(userId: string): Promise<void> {
    const [sessionIds, keyIds] = await this.database.readPrimary('callers', async (handle) => [
      await liveSessionIdsOf(handle, userId),
      await apiKeyIdsOf(handle, userId),
    ]);
    await this.cache.invalidate([
      ...sessionIds.map((id) => keys.session(id)),
      ...keyIds.map((id) => keys.apiKey(id)),
      keys.profile(userId),
    ]);
  }

  private async bySession(accessToken: string): Promise<Caller> {
    const claims = await this.accessTokens.verify(accessToken);
    const { sessionId } = claims;
    const session = await this.cache.get(policies.session, keys.session(sessionId), () => this.liveSession(sessionId));
    const caller = session && callerBy(claims, session);
    if (!caller) throw new AppError('token_revoked', 'The session was ended. Log in again.');
    return caller;
  }

  private async liveSession(id: string): Promise<CachedSession | null> {
    const session = await this.database.readPrimary('session', (handle) => findLiveSession(handle, id));
    return (
      session && {
        userId: session.userId,
        role: session.role,
        plan: session.plan,
        expiresAt: session.expiresAt.getTime(),
      }
    );
  }
}

/** Undefined if the session has ended. */
function callerBy({ userId, sessionId }: AccessClaims, session: CachedSession): Caller | undefined {
  if (session.userId !== userId || session.expiresAt <= Date.now()) return undefined;
  return { userId, role: session.role, plan: session.plan, by: { sessionId } };
}

function bearerToken(header: string | undefined): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? '') ?? [];
  if (token === undefined)
    throw new AppError(
      'unauthenticated',
      'Send your access token as `Authorization: Bearer …`, or an API key so or as `X-Api-Key`.',
    );
  return token;
}
