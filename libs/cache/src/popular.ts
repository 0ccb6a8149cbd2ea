import type { Redis } from 'ioredis';

/** Where it is told that there is a new list: nothing else is in the message. */
export const POPULAR_CHANNEL = 'v1:cache-popular';
const KEY = 'popular:v1';
/** Longer than the pauses between two lists, so that one job that fails leaves the old one. In milliseconds. */
const KEEP_MS = 60 * 60 * 1_000;

/** What instances of the API should have in the cache before anybody asks; most popular first. */
export interface Popular {
  readonly cvs: readonly PopularCv[];
}

export interface PopularCv {
  readonly ownerId: string;
  readonly cvId: string;
  /** Of its profile, if it has one that can be seen. */
  readonly slug: string | null;
}

/** Puts the list where every instance finds it, and tells them. @throws what `redis` throws */
export async function announcePopular(redis: Redis, popular: Popular): Promise<void> {
  await redis.set(KEY, JSON.stringify(popular), 'PX', KEEP_MS);
  await redis.publish(POPULAR_CHANNEL, '');
}

/** @returns undefined if there is none, or none that this release can read */
export async function readPopular(redis: Redis): Promise<Popular | undefined> {
  const text = await redis.get(KEY);
  return text === null ? undefined : parse(text);
}

function parse(text: string): Popular | undefined {
  try {
    const popular = JSON.parse(text) as Popular;
    return Array.isArray(popular.cvs) ? popular : undefined;
  } catch {
    return undefined;
  }
}
