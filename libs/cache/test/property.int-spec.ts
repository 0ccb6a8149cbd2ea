import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Redis } from 'ioredis';
import { startPrivateRedis, type PrivateRedis } from '@discover/testing';

import { keys, tags, type Cache, type CacheTag } from '../src/index.js';
import { Opened, policy } from './support.js';

const SEED = 20_261_120;
const WORKERS = 16;
const KEYS = 12;
/** Keys that lie under one tag. */
const SIBLINGS = 3;
/** What another instance may be behind (spec D4), and what it may be behind once its bus was lost. */
const HEALTHY_MS = 100;
const BUS_LOST_MS = 1_000;
/** What it may be behind when Redis did not confirm an invalidation in time, which is then repeated. */
const REPEATED_MS = 2_000;

/** mulberry32: a small generator of pseudo-random numbers in [0, 1) (Tommy Ettinger, 2017, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Write {
  readonly version: number;
  readonly at: number;
  readonly boundMs: number;
  readonly by: Cache;
}

/** One thing that is cached: the version in the «database», and the writes whose invalidation has been acknowledged. */
class Subject {
  committed = 0;
  readonly writes: Write[] = [];
  readonly key: ReturnType<typeof keys.cv>;
  readonly tags: readonly [own: CacheTag, shared: CacheTag];

  constructor(
    run: string,
    readonly number: number,
  ) {
    const owner = `${run}-${Math.floor(number / SIBLINGS)}`;
    this.key = keys.cv(owner, `cv-${number}`);
    this.tags = [tags.cv(owner, `cv-${number}`), tags.views(owner, 'cv')];
  }

  private last: Promise<unknown> = Promise.resolve();

  /** Writers take their turns, as they do by the lock of a row. */
  async locked<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn;
    return turn;
  }

  /** The least version that a read on `reader`, begun now, may return. */
  owed(reader: Cache): number {
    const now = performance.now();
    const visible = this.writes.filter(({ by, at, boundMs }) => by === reader || now - at > boundMs);
    return Math.max(0, ...visible.map(({ version }) => version));
  }
}

// On a busy machine; alone it takes a tenth of that.
jest.setTimeout(120_000);

describe('Cache under random reads and writes', () => {
  let opened: Opened;
  let redis: PrivateRedis;
  let admin: Redis;
  let instances: Cache[];

  beforeEach(async () => {
    opened = new Opened();
    redis = await startPrivateRedis('cache');
    admin = opened.redis(redis.url);
    instances = [await opened.cache(redis.url), await opened.cache(redis.url)];
  });

  afterEach(async () => {
    await opened.close();
    await redis.dispose();
  });

  it.each([
    ['with a bus that holds', { how: 'keys', busLosses: 0, steps: 800 }],
    // Long enough for the bound of a lost bus to be reached many times over.
    ['with a bus that is lost now and then', { how: 'keys', busLosses: 0.001, steps: 6_000 }],
    ['under tags, with a bus that holds', { how: 'tags', busLosses: 0, steps: 800 }],
    ['under tags, with a bus that is lost now and then', { how: 'tags', busLosses: 0.001, steps: 6_000 }],
    ['written through, with a bus that holds', { how: 'values', busLosses: 0, steps: 800 }],
    ['written through, with a bus that is lost now and then', { how: 'values', busLosses: 0.001, steps: 6_000 }],
  ] as const)('returns nothing older than the bound, %s', async (_name, { how, busLosses, steps }) => {
    const tagged = how === 'tags';
    const random = generator(SEED);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const turns = async (most: number) => {
      for (let left = Math.floor(random() * most); left > 0; left -= 1) await new Promise(setImmediate);
    };
    const subjects = Array.from({ length: KEYS }, (_, i) => new Subject(`user-${busLosses}`, i));
    const boundMs = busLosses > 0 ? BUS_LOST_MS : HEALTHY_MS;
    const statuses = new Map<string, number>();
    let version = 0;

    async function read(): Promise<void> {
      const subject = pick(subjects);
      const cache = pick(instances);
      const owed = subject.owed(cache);
      const source = async () => {
        await turns(3);
        const { committed } = subject;
        await turns(8);
        return { version: committed };
      };
      const { value, status } = await cache.lookup(policy, subject.key, source, tagged ? subject.tags : []);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (value!.version < owed) throw new Error(`Version ${value!.version} from ${status} where ${owed} was owed.`);
    }

    async function write(): Promise<void> {
      const subject = pick(subjects);
      const by = pick(instances);
      const concerned = tagged ? Math.floor(random() * 3) : 0;
      const [own, shared] = subject.tags;
      const family = subjects.filter((each) => each === subject || (concerned === 2 && each.tags[1] === shared));
      const written = await subject.locked(async () => {
        const next = ++version;
        await turns(3);
        for (const each of family) each.committed = Math.max(each.committed, next);
        return next;
      });
      const done = await (concerned === 0
        ? by.invalidate([subject.key])
        : by.invalidate([], concerned === 1 ? [own] : [shared]));
      const acknowledged = { version: written, at: performance.now(), boundMs: done ? boundMs : REPEATED_MS, by };
      for (const each of family) each.writes.push(acknowledged);
    }

    async function writeThrough(): Promise<void> {
      const subject = pick(subjects);
      const by = pick(instances);
      const { written, permit } = await subject.locked(async () => {
        const next = ++version;
        const begun = by.beginWrite(subject.key);
        await turns(3);
        const given = await begun;
        subject.committed = next;
        return { written: next, permit: given };
      });
      await turns(3);
      const done = await by.write(policy, subject.key, { version: written }, permit);
      subject.writes.push({ version: written, at: performance.now(), boundMs: done ? boundMs : REPEATED_MS, by });
    }

    async function worker(): Promise<void> {
      for (let step = 0; step < steps; step += 1) {
        const dice = random();
        if (dice < busLosses) await admin.client('KILL', 'TYPE', 'pubsub');
        else if (dice < 0.01) await admin.unlink(pick(subjects).key);
        else if (dice < 0.02) await admin.unlink(`lease:{${pick(subjects).key}}`);
        else if (tagged && dice < 0.03) await admin.unlink(`tag:${pick(pick(subjects).tags)}`);
        else if (how === 'values' && dice < 0.09) await writeThrough();
        else if (dice < 0.12) await write();
        else await read();
        await turns(4);
      }
    }

    await Promise.all(Array.from({ length: WORKERS }, worker));
    // It has been tested only if both levels took part.
    expect(version).toBeGreaterThan(400);
    for (const status of ['l1', 'miss']) expect(statuses.get(status)).toBeGreaterThan(100);
    if (busLosses === 0) expect(statuses.get('l2')).toBeGreaterThan(20);
  });
});
