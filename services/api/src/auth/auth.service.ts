import { AppError, type Failure } from '@discover/contracts';
import {
  Database,
  findUser,
  findUserByEmail,
  insertSession,
  insertUser,
  lockSession,
  revokeSession,
  rotateSession,
  type Handle,
  type Session,
  type User,
} from '@discover/database';
import { metrics, security, type Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { ApiConfig } from '../config.js';
import { API_CONFIG, LOGGER } from '../tokens.js';
import { AccessTokens } from './access-tokens.js';
import type { LoginRequest, RegisterRequest, TokensView } from './auth.dto.js';
import { Callers } from './callers.js';
import { LoginLimiter } from './login-limiter.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { INVALID_REFRESH_TOKEN, newRefreshSecret, readRefreshToken, refreshToken } from './refresh-tokens.js';
import { userView } from './user-view.js';

/** Accounts, and the sessions by which people act under them. */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly callers: Callers,
    private readonly accessTokens: AccessTokens,
    private readonly limiter: LoginLimiter,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async register(request: RegisterRequest): Promise<TokensView> {
    const passwordHash = await hashPassword(request.password);
    const { homeRegion } = this.config.auth;
    const opened = await this.database.transaction(
      (tokens: TokensView) => tokens.user.id,
      async (handle) => {
        const user = await insertUser(handle, { email: request.email, name: request.name, passwordHash, homeRegion });
        if (!user) throw new AppError('email_taken', 'Log in instead, or use another address.');
        return this.openSession(handle, user);
      },
    );
    metrics.accountsRegistered.inc();
    this.logger.info({ ...security, userId: opened.user.id }, 'account opened');
    return opened;
  }

  /** @param address whose failures count together with the e-mail's */
  async logIn(request: LoginRequest, address: string): Promise<TokensView> {
    await this.limiter.mayTry(request.email, address);
    const user = await this.database.readPrimary('log_in', (handle) => findUserByEmail(handle, request.email));
    if (!(await verifyPassword(user?.passwordHash ?? null, request.password)) || !user) {
      await this.limiter.failed(request.email, address);
      metrics.logins.inc({ outcome: 'refused' });
      throw new AppError(
        'invalid_credentials',
        'Check both; after several failures further tries are refused for a while.',
      );
    }
    await this.limiter.succeeded(request.email, address);
    metrics.logins.inc({ outcome: 'ok' });
    this.logger.info({ ...security, userId: user.id }, 'logged in');
    await this.callers.forgetAccount(user.id);
    return this.database.transaction(null, (handle) => this.openSession(handle, user));
  }

  /**
   * Gives new tokens for an unused refresh token. A used one was stolen, or its owner's was: nobody can tell whose, so
   * the session ends for both.
   */
  async refresh(token: string): Promise<TokensView> {
    const { sessionId, hash } = readRefreshToken(token);
    const outcome = await this.database.transaction(null, async (handle): Promise<Refresh> => {
      const session = await lockSession(handle, sessionId);
      const refusal = refusalOf(session, hash);
      if (refusal?.code === 'refresh_token_reused') await revokeSession(handle, sessionId);
      // Answered and not thrown: an error would take the revocation back with the transaction.
      if (refusal || !session) return { refusal: refusal ?? INVALID };
      const user = await findUser(handle, session.userId);
      if (!user) return { refusal: INVALID };
      const next = newRefreshSecret();
      await rotateSession(handle, session, next.hash);
      return { tokens: await this.tokens(user, sessionId, next.secret) };
    });
    if ('tokens' in outcome) {
      await this.callers.forgetAccount(outcome.tokens.user.id);
      return outcome.tokens;
    }
    const { code, message } = outcome.refusal;
    if (code === 'refresh_token_reused') await this.callers.forgetSessions([sessionId]);
    throw new AppError(code, message);
  }

  async logOut(sessionId: string): Promise<void> {
    await this.database.transaction(null, (handle) => revokeSession(handle, sessionId));
    await this.callers.forgetSessions([sessionId]);
    this.logger.info({ ...security, sessionId }, 'logged out');
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
      user: userView(user),
      accessToken: await this.accessTokens.sign(user.id, sessionId),
      refreshToken: refreshToken(sessionId, refreshSecret),
      expiresIn: this.accessTokens.lifetimeSeconds,
    };
  }
}

type Refresh = { tokens: TokensView } | { refusal: Failure };

const INVALID: Failure = { code: 'invalid_token', message: INVALID_REFRESH_TOKEN };

function refusalOf(session: Session | null, hash: Buffer): Failure | null {
  if (!session) return INVALID;
  if (session.usedHashes.some((used) => used.equals(hash)))
    return {
      code: 'refresh_token_reused',
      message: 'This refresh token was used before, so its session was ended for safety. Log in again.',
    };
  if (!session.refreshHash.equals(hash)) return INVALID;
  if (session.revokedAt) return { code: 'token_revoked', message: 'The session was ended. Log in again.' };
  if (session.expiresAt.getTime() <= Date.now())
    return { code: 'token_expired', message: 'The session has expired. Log in again.' };
  return null;
}
