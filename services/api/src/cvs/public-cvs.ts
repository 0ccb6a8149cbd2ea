import { tags, type CacheTag } from '@discover/cache';
import { EVERYBODY } from '@discover/database';

/** Who reads a change of a CV wherever they read from then on: its author, and everybody if it can be found by all. */
export function readersOf(author: string, isPublic: boolean): string[] {
  return isPublic ? [author, EVERYBODY] : [author];
}

/** What was made of all public profiles and is to be forgotten, if what changed is one of them. */
export function publicTags(isPublic: boolean): CacheTag[] {
  return isPublic ? [tags.publicProfiles()] : [];
}
