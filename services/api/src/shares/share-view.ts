import type { Share } from '@discover/database';

import type { ShareView } from './shares.dto.js';

export function shareView(share: Share, now = Date.now()): ShareView {
  return {
    id: share.id,
    cvId: share.cvId,
    kind: share.email === null ? 'link' : 'person',
    state: stateOf(share, now),
    permission: share.permission,
    email: share.email,
    label: share.label,
    protected: share.protected,
    version: share.version,
    mask: share.mask,
    expiresAt: share.expiresAt?.toISOString() ?? null,
    maxViews: share.maxViews,
    notifyFirstOpen: share.notifyFirstOpen,
    views: share.views,
    downloads: share.downloads,
    firstOpenedAt: share.firstOpenedAt?.toISOString() ?? null,
    lastOpenedAt: share.lastOpenedAt?.toISOString() ?? null,
    createdAt: share.createdAt.toISOString(),
    revokedAt: share.revokedAt?.toISOString() ?? null,
  };
}

function stateOf(share: Share, now: number): ShareView['state'] {
  if (share.revokedAt) return 'revoked';
  if (share.maxViews !== null && share.views >= share.maxViews) return 'used_up';
  if (share.expiresAt && share.expiresAt.getTime() <= now) return 'expired';
  return 'active';
}
