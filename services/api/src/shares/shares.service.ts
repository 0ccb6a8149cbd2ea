import { Cache } from '@discover/cache';
import { AppError } from '@discover/contracts';
import {
  countShares,
  Database,
  hasVersion,
  insertLinkShare,
  insertPersonShare,
  listReceivedShares,
  listShares,
  lockShare,
  peopleWithAccess,
  revokeShare,
  updateShare,
  type Handle,
  type LinkSettings,
  type Share,
} from '@discover/database';
import { metrics } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { hashPassword } from '../auth/passwords.js';
import type { ApiConfig } from '../config.js';
import { accessKeys } from '../cvs/cv-access.js';
import { API_CONFIG } from '../tokens.js';
import { newLinkToken } from './link-tokens.js';
import { shareView } from './share-view.js';
import {
  MEMBERS_OF_LINKS,
  type ChangeShareRequest,
  type CreatedShareView,
  type CreateShareRequest,
  type ReceivedQuery,
  type ReceivedSharesView,
  type SharesView,
  type ShareView,
} from './shares.dto.js';

/** Shares of one CV that may be in force at once. */
const MOST_SHARES = 200;

/** With whom a CV is shared, as its owner decides. */
@Injectable()
export class SharesService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async create(ownerId: string, cvId: string, request: CreateShareRequest): Promise<CreatedShareView> {
    const { email, permission } = request;
    if (email === undefined || permission === undefined) return this.createLink(ownerId, cvId, request);
    const share = await this.database.transaction(ownerId, async (handle) => {
      await requireRoom(handle, ownerId, cvId);
      return insertPersonShare(handle, { ownerId, cvId, email, permission });
    });
    if (!share) throw new AppError('share_exists', 'Change that share instead: GET /api/v1/cvs/{id}/shares lists it.');
    metrics.sharesCreated.inc({ kind: 'person' });
    return shareView(share);
  }

  private async createLink(ownerId: string, cvId: string, request: CreateShareRequest): Promise<CreatedShareView> {
    const settings: LinkSettings = {
      label: request.label ?? null,
      passwordHash: request.password === undefined ? null : await hashPassword(request.password),
      version: request.version ?? null,
      mask: request.mask ?? [],
      expiresAt: request.expiresAt === undefined ? null : new Date(request.expiresAt),
      maxViews: request.maxViews ?? null,
      notifyFirstOpen: request.notifyFirstOpen ?? false,
    };
    const { share, token } = await this.database.transaction(ownerId, async (handle) => {
      await requireRoom(handle, ownerId, cvId);
      await requireVersion(handle, ownerId, cvId, settings.version);
      // Made in here, so that a request that is sent again with its idempotency key is answered with the same one.
      const made = newLinkToken();
      const inserted = await insertLinkShare(handle, { ...settings, ownerId, cvId, tokenHash: made.hash });
      return { share: inserted, token: made.token };
    });
    metrics.sharesCreated.inc({ kind: 'link' });
    return { ...shareView(share), token, url: `${this.config.http.publicUrl}/api/v1/shared/${token}` };
  }

  async list(ownerId: string, cvId: string): Promise<SharesView> {
    const shares = await this.database.read(ownerId, (handle) => listShares(handle, ownerId, cvId));
    return { items: shares.map((share) => shareView(share)) };
  }

  /** @throws AppError `not_found` if there is no such share of this owner's in force */
  async change(ownerId: string, id: string, request: ChangeShareRequest): Promise<ShareView> {
    const passwordHash = typeof request.password === 'string' ? await hashPassword(request.password) : request.password;
    const { share, people } = await this.database.transaction(ownerId, async (handle) => {
      const current = await lockShare(handle, ownerId, id);
      if (!current) throw noSuchShare();
      requireKind(current, request);
      if (request.version !== undefined) await requireVersion(handle, ownerId, current.cvId, request.version);
      const changed = await updateShare(handle, id, {
        permission: request.permission ?? current.permission,
        ...changedSettings(current, request, passwordHash),
      });
      return { share: changed, people: await peopleWithAccess(handle, ownerId, current.cvId) };
    });
    await this.cache.invalidate(accessKeys(people, share.cvId));
    return shareView(share);
  }

  /** @throws AppError `not_found` if there is no such share of this owner's in force */
  async revoke(ownerId: string, id: string): Promise<void> {
    const { cvId, people } = await this.database.transaction(ownerId, async (handle) => {
      const share = await revokeShare(handle, ownerId, id);
      if (!share) throw noSuchShare();
      return { cvId: share.cvId, people: await peopleWithAccess(handle, ownerId, share.cvId) };
    });
    await this.cache.invalidate(accessKeys(people, cvId));
  }

  /** From the primary: what others have just shared belongs to it. */
  async received(userId: string, { limit, cursor }: ReceivedQuery): Promise<ReceivedSharesView> {
    const rows = await this.database.readPrimary('received_shares', (handle) =>
      listReceivedShares(handle, userId, cursor ?? null, limit + 1),
    );
    const items = rows.slice(0, limit);
    return {
      items: items.map((item) => ({ ...item, sharedAt: item.sharedAt.toISOString() })),
      nextCursor: rows.length > limit ? items.at(-1)!.id : null,
    };
  }
}

/** @throws AppError `too_many`, or `not_found` if the CV was deleted meanwhile */
async function requireRoom(handle: Handle, ownerId: string, cvId: string): Promise<void> {
  const shares = await countShares(handle, ownerId, cvId);
  if (shares === null) throw new AppError('not_found', 'There is no such CV any more.');
  if (shares >= MOST_SHARES)
    throw new AppError('too_many', `A CV has at most ${MOST_SHARES} shares: revoke some first.`);
}

async function requireVersion(handle: Handle, ownerId: string, cvId: string, version: number | null): Promise<void> {
  if (version === null || (await hasVersion(handle, ownerId, cvId, version))) return;
  throw invalid('/version', 'The CV has no such version.');
}

/** Links have settings that shares with people have not, and the other way round. */
function requireKind(share: Share, request: ChangeShareRequest): void {
  if (share.email === null) {
    if (request.permission !== undefined && request.permission !== 'view')
      throw invalid('/permission', 'A link is for viewing only.');
    return;
  }
  const member = MEMBERS_OF_LINKS.find((name) => request[name] !== undefined);
  if (member) throw invalid(`/${member}`, 'Only links have this.');
}

function changedSettings(
  share: Share & { passwordHash: string | null },
  request: ChangeShareRequest,
  passwordHash: string | null | undefined,
): LinkSettings {
  const { expiresAt } = request;
  return {
    label: request.label === undefined ? share.label : request.label,
    passwordHash: passwordHash === undefined ? share.passwordHash : passwordHash,
    version: request.version === undefined ? share.version : request.version,
    mask: request.mask ?? share.mask,
    expiresAt: expiresAt === undefined ? share.expiresAt : expiresAt === null ? null : new Date(expiresAt),
    maxViews: request.maxViews === undefined ? share.maxViews : request.maxViews,
    notifyFirstOpen: request.notifyFirstOpen ?? share.notifyFirstOpen,
  };
}

function invalid(pointer: string, message: string): AppError {
  return new AppError('validation_failed', message, { problems: [{ pointer, code: 'invalid_value', message }] });
}

function noSuchShare(): AppError {
  return new AppError('not_found', 'There is no such share of yours, or it was revoked.');
}
