import { keys, tags, type Concerned } from '@discover/cache';

/** What the cache keeps of CVs of one person: to be invalidated after each commit that changed one of them, or its translations. */
export function cvDependents(ownerId: string, cvIds: readonly string[]): Required<Concerned> {
  return {
    keys: cvIds.map((id) => keys.cv(ownerId, id)),
    tags: cvIds.map((id) => tags.cv(ownerId, id)),
  };
}
