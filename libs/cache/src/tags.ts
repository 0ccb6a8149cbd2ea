import { part, PLATFORM } from './keys.js';

declare const isTag: unique symbol;

/** Names what several values depend on, e.g. `cv:<userId>:<cvId>`. Only {@link tags} makes one. Fit for a header. */
export type CacheTag = string & { readonly [isTag]: true };

/**
 * What can be invalidated together. A value that depends on what a person owns bears that person’s id in its tag, as in
 * its key.
 */
export const tags = {
  /** All that belongs to a person: to be invalidated when the account is closed. */
  user: (userId: string) => tag('user', userId),
  /** All that is made of one CV. */
  cv: (userId: string, cvId: string) => tag('cv', userId, cvId),
  /** The figures of how one CV is seen. */
  views: (userId: string, cvId: string) => tag('views', userId, cvId),
  /** All that is made of public profiles taken together: search, directories, site maps. */
  publicProfiles: () => tag('publicProfiles', PLATFORM),
  /** All that is made of the templates that everybody has. */
  templates: () => tag('templates', PLATFORM),
};

function tag(...parts: readonly string[]): CacheTag {
  return parts.map(part).join(':') as CacheTag;
}

/** No key begins so: keys begin with their version. */
const PREFIX = 'tag:';

/** What a tag is called where keys and tags stand side by side; it is also the name of its token in Redis. */
export const nameOf = (tag: CacheTag): string => PREFIX + tag;

export const isTagName = (name: string): boolean => name.startsWith(PREFIX);
