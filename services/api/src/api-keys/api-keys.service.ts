import { Cache, keys } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { Database, deleteApiKey, insertApiKey, listApiKeys, type ApiKey } from '@discover/database';
import { security, type Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { LOGGER } from '../tokens.js';
import { apiKeyToken, newKeySecret } from './api-key-token.js';
import type { ApiKeyView, CreateApiKeyRequest, NewApiKeyView } from './api-keys.dto.js';

/** Keys that one account may have. */
export const MOST_KEYS = 50;

/** A person's API keys. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws AppError `forbidden`, `too_many` */
  async create(caller: Caller, request: CreateApiKeyRequest): Promise<NewApiKeyView> {
    if (request.scopes.includes('admin') && caller.role !== 'admin')
      throw new AppError('forbidden', 'Only an administrator may have a key with the scope `admin`.');
    const { userId } = caller;
    // The secret is made in the transaction, so that a repeated request finds the one that it was made with.
    const created = await this.database.transaction(userId, async (handle) => {
      const { secret, hash } = newKeySecret();
      const expiresAt = request.expiresAt == null ? null : new Date(request.expiresAt);
      const key = await insertApiKey(
        handle,
        { userId, name: request.name, scopes: request.scopes, secretHash: hash, expiresAt },
        MOST_KEYS,
      );
      return key && { key, secret };
    });
    if (!created)
      throw new AppError('too_many', `An account may have ${MOST_KEYS} keys. Revoke one that is not needed any more.`);
    this.logger.info({ ...security, keyId: created.key.id, scopes: request.scopes }, 'API key created');
    return { ...view(created.key), key: apiKeyToken(created.key.id, created.secret) };
  }

  async list(userId: string): Promise<ApiKeyView[]> {
    const found = await this.database.read(userId, (handle) => listApiKeys(handle, userId));
    return found.map(view);
  }

  /** @throws AppError `not_found` */
  async revoke(userId: string, id: string): Promise<void> {
    const revoked = await this.database.transaction(userId, (handle) => deleteApiKey(handle, userId, id));
    if (!revoked) throw new AppError('not_found', 'There is no such API key of yours.');
    await this.cache.invalidate([keys.apiKey(id)]);
    this.logger.info({ ...security, keyId: id }, 'API key revoked');
  }
}

function view(key: ApiKey): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    scopes: key.scopes,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  };
}
