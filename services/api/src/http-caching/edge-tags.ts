import { createHash } from 'node:crypto';

import type { CacheTag } from '@discover/cache';

/** The longest that a name in these headers may be, in characters, so that many fit. */
const LENGTH = 22;

/**
 * What a tag of the cache is called outside of it. Hashed, since everybody can read it: the owner's id in clear would tell
 * which profiles, the anonymous ones too, are of one person.
 *
 *     printf %s 'cv:<user id>:<cv id>' | openssl dgst -sha256 -binary | basenc --base64url | cut -c1-22
 */
export function edgeTag(tag: CacheTag): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, LENGTH);
}
