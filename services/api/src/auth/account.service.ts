import { Cache, Cached, CacheInvalidates, keys, policies, tags } from '@discover/cache';
import { AppError } from '@discover/contracts';
import {
  changePasswordHash,
  closeAccount,
  Database,
  findPasswordHash,
  findUser,
  revokeOtherSessions,
  updateUser,
} from '@discover/database';
import { OutboxRelay } from '@discover/queue';
import { security, type Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { cvDependents } from '../caching/cv-dependents.js';
import { LOGGER } from '../tokens.js';
import type { Caller } from './access.decorator.js';
import type { ChangeAccountRequest, ChangePasswordRequest, UserView } from './auth.dto.js';
import { Callers } from './callers.js';
import { LoginLimiter } from './login-limiter.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { userView } from './user-view.js';

/** What people do with their own account once it is open. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    readonly cache: Cache,
    private readonly callers: Callers,
    private readonly limiter: LoginLimiter,
    private readonly relay: OutboxRelay,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** From the primary: administrators write to it too. @throws AppError `not_found` */
  @Cached(policies.profile, ({ userId }: Caller) => keys.profile(userId))
  async read({ userId }: Caller): Promise<UserView> {
    const user = await this.database.readPrimary('account', (handle) => findUser(handle, userId));
    if (!user) throw accountGone();
    return userView(user);
  }

  @CacheInvalidates(({ userId }: Caller) => ({ keys: [keys.profile(userId)] }))
  async change({ userId }: Caller, change: ChangeAccountRequest): Promise<UserView> {
    const user = await this.database.transaction(userId, (handle) => updateUser(handle, userId, change));
    if (!user) throw accountGone();
    return userView(user);
  }

  /** Ends all other sessions; API keys stay. @throws AppError `invalid_credentials`, `rate_limited` */
  async changePassword(caller: Caller, request: ChangePasswordRequest): Promise<void> {
    const { userId } = caller;
    const sessionId = sessionOf(caller);
    const oldHash = await this.proven(userId, request.currentPassword);
    const newHash = await hashPassword(request.newPassword);
    const ended = await this.database.transaction(userId, async (handle) => {
      const changed = await changePasswordHash(handle, userId, oldHash, newHash);
      return changed ? revokeOtherSessions(handle, userId, sessionId) : null;
    });
    if (!ended) throw wrongPassword();
    await this.callers.forgetSessions(ended);
    this.logger.info({ ...security, userId, endedSessions: ended.length }, 'password changed');
  }

  /** Closes the account at once; what hangs on it is removed by a job. @throws AppError `invalid_credentials`, `rate_limited` */
  async close({ userId }: Caller, password: string): Promise<void> {
    await this.proven(userId, password);
    const closed = await this.database.transaction(userId, (handle) => closeAccount(handle, userId));
    if (!closed) throw accountGone();
    const ofCvs = cvDependents(userId, closed.cvIds);
    await this.cache.invalidate(
      [
        ...closed.sessionIds.map((id) => keys.session(id)),
        ...closed.apiKeyIds.map((id) => keys.apiKey(id)),
        ...ofCvs.keys,
        ...closed.cvIds.map((id) => keys.access(userId, id)),
        ...closed.readers.map((reader) => keys.access(reader.userId, reader.cvId)),
        ...closed.slugs.map((slug) => keys.publication(slug)),
        keys.profile(userId),
      ],
      [...ofCvs.tags, tags.user(userId)],
    );
    await this.relay.flush([closed.jobId]);
    this.logger.info({ ...security, userId, jobId: closed.jobId }, 'account closed');
  }

  /** The hash of the password that was proven. Guesses count as they do at the log-in. */
  private async proven(userId: string, password: string): Promise<string> {
    await this.limiter.mayTry(userId, 'account');
    const hash = await this.database.readPrimary('password', (handle) => findPasswordHash(handle, userId));
    if (hash === null) throw accountGone();
    if (!(await verifyPassword(hash, password))) {
      await this.limiter.failed(userId, 'account');
      throw wrongPassword();
    }
    await this.limiter.succeeded(userId, 'account');
    return hash;
  }
}

function sessionOf({ by }: Caller): string {
  if ('sessionId' in by) return by.sessionId;
  throw new AppError('forbidden', 'Log in for this: no API key may do it.');
}

function wrongPassword(): AppError {
  return new AppError('invalid_credentials', 'This is not your current password.');
}

function accountGone(): AppError {
  return new AppError('not_found', 'The account was deleted.');
}
