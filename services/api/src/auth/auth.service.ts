import { Cache, keys, policies } from '@discover/cache';
import { AppError } from '@discover/contracts';
import {
  Database,
  findLiveSession,
  findUser,
  findUserByEmail,
  insertSession,
  insertUser,
  lockSession,
  revokeSession,
  rotateSession,
  type Handle,
  type LiveSession,
  type Session,
  type User,
} from '@discover/database';
import { metrics } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { ApiConfig } from '../config.js';
import { API_CONFIG } from '../tokens.js';
import type { Caller } from './access.decorator.js';
import { AccessTokens } from './access-tokens.js';
import type { LoginRequest, RegisterRequest, TokensView, UserView } from './auth.dto.js';
import { LoginLimiter } from './login-limiter.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { invalidRefreshToken, newRefreshSecret, readRefreshToken, refreshToken } from './refresh-tokens.js';

/** Accounts, and the sessions by which people act under them. */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly accessTokens: AccessTokens,
    private readonly limiter: LoginLimiter,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async register(request: RegisterRequest): Promise<TokensView> {
    const passwordHash = await hashPassword(request.password);
    const { homeRegion } = this.config.auth;
    const opened = await this.database.transaction(null, async (handle) => {
      const user = await insertUser(handle, { email: request.email, name: request.name, passwordHash, homeRegion });
      if (!user) throw new AppError('email_taken', 'Log in instead, or use another address.');
      return this.openSession(handle, user);
    });
    metrics.accountsRegistered.inc();
    return opened;
  }

  /** @param address whose failures count together with the e-mail's */
  async logIn(request: LoginRequest, address: string): Promise<TokensView> {
    await this.limiter.mayTry(request.email, address);
    const user = await this.database.readPrimary('log_in', (handle) => findUserByEmail(handle, request.email));
    if (!(await verifyPassword(user?.passwordHash ?? null, request.password)) || !user) {
      await this.limiter.failed(request.email, address);
      throw new AppError(
        'invalid_credentials',
        'Check both; after several failures further tries are refused for a while.',
      );
    }
    await this.limiter.succeeded(request.email, address);
    return this.database.transaction(null, (handle) => this.openSession(handle, user));
  }

  /**
   * Gives new tokens for an unused refresh token. A used one was stolen, or its owner's was: nobody can tell whose, so
   * the session ends for both.
   */
  async refresh(token: string): Promise<TokensView> {
    const { sessionId, hash } = readRefreshToken(token);
    const outcome = await this.database.transaction(null, async (handle) => {
      const session = await lockSession(handle, sessionId);
      const refusal = refusalOf(session, hash);
      if (refusal?.code === 'refresh_token_reused') await revokeSession(handle, sessionId);
      // Answered and not thrown: an error would take the revocation back with the transaction.
      if (refusal || !session) return refusal ?? invalidRefreshToken();
      const user = await findUser(handle, session.userId);
      if (!user) return invalidRefreshToken();
      const next = newRefreshSecret();
      await rotateSession(handle, session, next.hash);
      return this.tokens(user, sessionId, next.secret);
    });
    if (!(outcome instanceof AppError)) return outcome;
    if (outcome.code === 'refresh_token_reused') await this.forget(sessionId);
    throw outcome;
  }

  async logOut(sessionId: string): Promise<void> {
    await this.database.transaction(null, (handle) => revokeSession(handle, sessionId));
    await this.forget(sessionId);
  }

  async me(caller: Caller): Promise<UserView> {
    const user = await this.database.read(caller.userId, (handle) => findUser(handle, caller.userId));
    if (!user) throw new AppError('not_found', 'The account was deleted.');
    return view(user);
  }

  /** Who an access token speaks for. @throws AppError `invalid_token`, `token_expired`, `token_revoked` */
  async authenticate(accessToken: string): Promise<Caller> {
    const { userId, sessionId } = await this.accessTokens.verify(accessToken);
    const session = await this.cache.get(policies.session, keys.session(sessionId), () => this.liveSession(sessionId));
    if (session?.userId !== userId || session.expiresAt <= Date.now()) {
      throw new AppError('token_revoked', 'The session was ended. Log in again.');
    }
    return { userId, role: session.role, plan: session.plan, by: { sessionId } };
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

  private async forget(sessionId: string): Promise<void> {
    await this.cache.invalidate([keys.session(sessionId)]);
  }

  private async openSession(handle: Handle, user: User): Promise<TokensView> {
    const { secret, hash } = newRefreshSecret();
    const id = await insertSession(handle, {
      userId: user.id,
      refreshHash: hash,
      lifetimeMs: this.config.auth.sessionSeconds * 1000,
    });
    return this.tokens(user, id, secret);
  }

  private async tokens(user: User, sessionId: string, refreshSecret: string): Promise<TokensView> {
    return {
      user: view(user),
      accessToken: await this.accessTokens.sign(user.id, sessionId),
      refreshToken: refreshToken(sessionId, refreshSecret),
      expiresIn: this.accessTokens.lifetimeSeconds,
    };
  }
}

/** A live session as it is cached. */
export type CachedSession = Pick<LiveSession, 'userId' | 'role' | 'plan'> & { expiresAt: number };

function refusalOf(session: Session | null, hash: Buffer): AppError | null {
  if (!session) return invalidRefreshToken();
  if (session.usedHashes.some((used) => used.equals(hash))) {
    return new AppError(
      'refresh_token_reused',
      'This refresh token was used before, so its session was ended for safety. Log in again.',
    );
  }
  if (!session.refreshHash.equals(hash)) return invalidRefreshToken();
  if (session.revokedAt) return new AppError('token_revoked', 'The session was ended. Log in again.');
  if (session.expiresAt.getTime() <= Date.now())
    return new AppError('token_expired', 'The session has expired. Log in again.');
  return null;
}

function view(user: User): UserView {
  const { id, email, name, role, plan, homeRegion, createdAt } = user;
  return { id, email, name, role, plan, homeRegion, createdAt: createdAt.toISOString() };
}
