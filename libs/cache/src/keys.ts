import { policies, type CacheType } from './policies.js';

declare const typeOfKey: unique symbol;

/** `v<version>:<type>:<owner>[:<id>]`, e.g. `v1:cv:<userId>:<cvId>`. Only {@link keys} makes one. */
export type CacheKey<Type extends string = string> = string & { readonly [typeOfKey]: Type };

/** The owner of what belongs to nobody in particular. */
export const PLATFORM = 'platform';

/**
 * The only way to a key. Whose value it is stands in every key, so that one person’s can never be found by another’s;
 * a value that depends on who asks must not be cached under a key without that person.
 */
export const keys = {
  cv: (userId: string, cvId: string) => key('cv', userId, cvId),
  /** A CV as somebody asks for it. `query`: a hash of all that the answer depends on beside the CV. */
  representation: (userId: string, cvId: string, query: string) => key('representation', userId, cvId, query),
  /** The texts of a CV in another language. */
  translation: (userId: string, cvId: string, language: string) => key('translation', userId, cvId, language),
  /** By the session’s id, never by its token: keys can be read by whoever operates Redis. */
  session: (sessionId: string) => key('session', sessionId),
  /** By the key’s public id, never by its secret. */
  apiKey: (keyId: string) => key('apiKey', keyId),
  /** What `userId` may do with a CV, theirs or not. */
  access: (userId: string, cvId: string) => key('access', userId, cvId),
  /** What a slug leads to, for everybody. */
  publication: (slug: string) => key('publication', PLATFORM, slug),
  /** `edition` names all that the answer depends on: it never changes under one key. */
  publicProfile: (ownerId: string, cvId: string, edition: string) => key('publicProfile', ownerId, cvId, edition),
  /** One photo of a CV, by the hash of its content. */
  photo: (ownerId: string, cvId: string, hash: string) => key('photo', ownerId, cvId, hash),
  profile: (userId: string) => key('profile', userId),
  /** @param userId of the one who searches in what is theirs; null for what everybody finds. `query`: a hash of it will do. */
  search: (userId: string | null, query: string) => key('search', userId ?? PLATFORM, query),
  /** A page of a list of what belongs to `userId`. */
  listing: (userId: string, what: string, query: string) => key('listing', userId, what, query),
  /** @param userId whose figures these are; null for the platform’s */
  statistics: (userId: string | null, what: string, query: string) =>
    key('statistics', userId ?? PLATFORM, what, query),
  template: (templateId: string) => key('template', PLATFORM, templateId),
  /** `renderId` is the hash of all that the output depends on: content, template, fonts, format, options. */
  render: (userId: string, renderId: string) => key('render', userId, renderId),
};

const PLAIN = /^[\w-]+$/;

function key<Type extends CacheType>(type: Type, ...parts: readonly string[]): CacheKey<Type> {
  let text = `v${policies[type].version}:${type}`;
  for (const each of parts) text += `:${part(each)}`;
  return text as CacheKey<Type>;
}

/**
 * A part of a key or tag. Ids are plain; anything else must not be able to look like two parts, or like a Redis Cluster hash
 * tag.
 */
export function part(text: string): string {
  if (text === '') throw new RangeError('A key or tag has an empty part.');
  return PLAIN.test(text) ? text : encodeURIComponent(text);
}
