import { Cache, keys, policies } from '@discover/cache';
import type { Plan, Role, Scope } from '@discover/contracts';
import { Database, findLiveApiKey } from '@discover/database';
import { metrics } from '@discover/telemetry';
import { Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { invalidApiKey, isSecretOf, readApiKeyToken } from './api-key-token.js';
import { KeyUsage } from './key-usage.js';

/** A live key as it is cached. */
interface CachedKey {
  userId: string;
  role: Role;
  plan: Plan;
  scopes: Scope[];
  /** Base64. */
  secretHash: string;
  /** Milliseconds since 1970, or null for one that does not expire. */
  expiresAt: number | null;
}

/** Tells who an API key speaks for. */
@Injectable()
export class ApiKeyAuthenticator {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly usage: KeyUsage,
  ) {}

  /** @throws AppError `invalid_token` */
  async authenticate(token: string): Promise<Caller> {
    const { id, secret } = readApiKeyToken(token);
    const key = await this.cache.get(policies.apiKey, keys.apiKey(id), () => this.find(id));
    const caller = callerBy(id, secret, key);
    if (!caller) throw invalidApiKey();
    this.countUse(id);
    return caller;
  }

  /** Whom a key speaks for that this process knows already, without waiting; its use is not counted yet. */
  known(token: string): Caller | undefined {
    const { id, secret } = readApiKeyToken(token);
    return callerBy(id, secret, this.cache.peek<CachedKey>(policies.apiKey, keys.apiKey(id)));
  }

  countUse(id: string): void {
    this.usage.note(id);
    metrics.apiKeyRequests.inc();
  }

  private async find(id: string): Promise<CachedKey | null> {
    const key = await this.database.readPrimary('api_key', (handle) => findLiveApiKey(handle, id));
    return (
      key && {
        ...key,
        secretHash: key.secretHash.toString('base64'),
        expiresAt: key.expiresAt?.getTime() ?? null,
      }
    );
  }
}

function callerBy(id: string, secret: string, key: CachedKey | undefined): Caller | undefined {
  if (!key || (key.expiresAt !== null && key.expiresAt <= Date.now())) return undefined;
  if (!isSecretOf(secret, Buffer.from(key.secretHash, 'base64'))) return undefined;
  return { userId: key.userId, role: key.role, plan: key.plan, by: { keyId: id, scopes: key.scopes } };
}
