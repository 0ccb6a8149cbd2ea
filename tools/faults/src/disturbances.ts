import { setTimeout as delay } from 'node:timers/promises';

import { Client as Postgres } from 'pg';

import type { FaultPlatform } from './platform.js';

/** Something that goes wrong for a while. */
interface Disturbance {
  readonly name: string;
  /** How old an answer may be meanwhile and for as long afterwards, in milliseconds: `libs/cache/README.md`. */
  readonly boundMs: number;
  readonly begin: (platform: FaultPlatform) => Promise<void> | void;
  readonly end: (platform: FaultPlatform) => Promise<void> | void;
}

/** With everything as it should be: D4. */
export const WELL_MS = 100;
const BUS_LOST_MS = 1_000;
const REDIS_BACK_MS = 2_000;

const ofProxy = (api: 0 | 1, passing: 'no announcements' | 'nothing', boundMs: number): Disturbance => ({
  name: `API ${api + 1} ${passing === 'nothing' ? 'cannot reach the cache' : 'hears no announcements'}`,
  boundMs,
  begin: ({ apis }) => apis[api].proxy!.let(passing),
  end: ({ apis }) => apis[api].proxy!.let('all'),
});

export const DISTURBANCES: readonly Disturbance[] = [
  ofProxy(0, 'no announcements', BUS_LOST_MS),
  ofProxy(1, 'no announcements', BUS_LOST_MS),
  {
    name: 'the cache hangs for both',
    boundMs: REDIS_BACK_MS,
    begin: ({ apis }) => apis.forEach(({ proxy }) => proxy!.let('nothing')),
    end: ({ apis }) => apis.forEach(({ proxy }) => proxy!.let('all')),
  },
  {
    name: 'the cache is killed',
    boundMs: REDIS_BACK_MS,
    begin: ({ cache }) => cache.kill(),
    end: ({ cache }) => cache.start(),
  },
  // A replica that is behind must never be seen by whoever wrote: nothing may be older because of it.
  {
    name: 'the replica is held back',
    boundMs: WELL_MS,
    begin: ({ replicaUrl }) => tellPostgres(replicaUrl, 'SELECT pg_wal_replay_pause()'),
    end: ({ replicaUrl }) => tellPostgres(replicaUrl, 'SELECT pg_wal_replay_resume()'),
  },
];

/** When something was wrong, in milliseconds. */
export interface Episode {
  readonly name: string;
  readonly boundMs: number;
  readonly from: number;
  readonly to: number;
}

/** Lets one after the other happen at random, with pauses, until it is stopped. */
export async function disturb(platform: FaultPlatform, random: () => number, stopped: AbortSignal): Promise<Episode[]> {
  const episodes: Episode[] = [];
  while (!stopped.aborted) {
    const { name, boundMs, begin, end } = DISTURBANCES[Math.floor(random() * DISTURBANCES.length)]!;
    const from = performance.now();
    await begin(platform);
    await delay(500 + random() * 2_500);
    await end(platform);
    episodes.push({ name, boundMs, from, to: performance.now() });
    await delay(REDIS_BACK_MS + random() * 2_000);
  }
  return episodes;
}

/** How old an answer may be that was asked for at this time. */
export function boundAt(episodes: readonly Episode[], at: number): number {
  const bounds = episodes
    .filter(({ boundMs, from, to }) => at >= from && at <= to + boundMs + WELL_MS)
    .map(({ boundMs }) => boundMs);
  return Math.max(WELL_MS, ...bounds);
}

async function tellPostgres(url: string, statement: string): Promise<void> {
  const client = new Postgres({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
