import { Cache, keys, policies, type CacheKey } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { Database, findGrant, ownsCv, peopleWithAccess } from '@discover/database';
import { Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';

/** What somebody may do with a CV; each includes those before it. Only its owner may delete or share it. */
export const PERMISSIONS = ['view', 'comment', 'edit', 'own'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface CvGrant {
  /** Whose CV it is: under whom its rows, its cache entries and its files lie. */
  readonly ownerId: string;
  readonly permission: Permission;
}

const RANK: Record<Permission, number> = { view: 0, comment: 1, edit: 2, own: 3 };

/** Who may do what with which CV: the one place that every route asks. */
@Injectable()
export class CvAccess {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
  ) {}

  /** @throws AppError `not_found` if the caller may not even know of the CV, `forbidden` if they may see it and no more */
  async require(caller: Pick<Caller, 'userId'>, cvId: string, permission: Permission): Promise<CvGrant> {
    const { userId } = caller;
    const grant = await this.cache.get(policies.access, keys.access(userId, cvId), async ({ doNotStore }) => {
      const found = await this.find(userId, cvId);
      // A refusal is not kept: what is created, shared or brought back counts at once, and nobody need be told of it.
      if (!found) doNotStore();
      return found;
    });
    if (!grant) throw new AppError('not_found', 'There is no such CV, or it is not shared with you.');
    if (RANK[grant.permission] < RANK[permission])
      throw new AppError(
        'forbidden',
        `This CV is shared with you to ${grant.permission}, which is not enough for this.`,
      );
    return grant;
  }

  /** Whether the caller may see a CV, as far as this process knows without waiting: whose it is then. */
  knownOwner({ userId }: Pick<Caller, 'userId'>, cvId: string): string | undefined {
    // Every permission includes that of seeing it.
    return this.cache.peek<CvGrant>(policies.access, keys.access(userId, cvId))?.ownerId;
  }

  /** To be called after a CV was deleted: those who could see it are asked for anew. */
  async forgetAll(ownerId: string, cvId: string): Promise<void> {
    const people = await this.database.readPrimary('access', (handle) => peopleWithAccess(handle, ownerId, cvId));
    await this.cache.invalidate(accessKeys(people, cvId));
  }

  /** Owners are told by what they wrote themselves, so a replica can answer; shares are written by others. */
  private async find(userId: string, cvId: string): Promise<CvGrant | null> {
    if (await this.database.read(userId, (handle) => ownsCv(handle, userId, cvId)))
      return { ownerId: userId, permission: 'own' };
    return this.database.readPrimary('access', (handle) => findGrant(handle, userId, cvId));
  }
}

/** What is remembered of these people's access to a CV. */
export function accessKeys(userIds: readonly string[], cvId: string): CacheKey[] {
  return userIds.map((userId) => keys.access(userId, cvId));
}
