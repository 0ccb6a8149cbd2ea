import {
  INITIAL_LEVERS,
  LEVERS,
  MAINTENANCE_MODES,
  readLevers,
  type LeverState,
  type LeverValues,
} from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';
import { isDeepStrictEqual } from 'node:util';

import type { JobProducer } from './job-producer.js';
import { Loop } from './loop.js';

/** How often every process looks: with the moment that a look takes, the longest that one follows later than another. */
const LOOK_EVERY_MS = 2_000;

/** KEYS: the hash. ARGV: revision, values. Answers 1 if they were put; what is there and newer stays. */
const PUT_IF_NEWER = `
local present = tonumber(redis.call('HGET', KEYS[1], 'revision') or '-1')
if present >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'revision', ARGV[1], 'values', ARGV[2])
return 1`;

export type LeverListener = (now: LeverValues, before: LeverValues) => void;

/**
 * What operators have set, as every process sees it: within {@link LOOK_EVERY_MS} of a change. Postgres has the truth, and
 * the queue's Redis, which every service reaches, passes it on. While Redis is away the last known values hold.
 */
export class Levers {
  readonly #listeners = new Set<LeverListener>();
  readonly #loop: Loop;
  #state: LeverState = { revision: -1, values: INITIAL_LEVERS };

  constructor(private readonly options: { producer: JobProducer; logger: Logger }) {
    this.#loop = new Loop({
      everyMs: LOOK_EVERY_MS,
      work: () => this.look(),
      onError: (error) =>
        options.logger.warn(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'the levers could not be read; those known hold',
        ),
    });
    tell(INITIAL_LEVERS);
  }

  /** To be asked each time, not kept. Until the first look, as if nobody had changed anything. */
  get current(): LeverValues {
    return this.#state.values;
  }

  /** -1 as long as nothing was read. */
  get revision(): number {
    return this.#state.revision;
  }

  /** Calls `listener` after each change; also that of the first look, unless everything is as built. Answers how to stop that. */
  onChange(listener: LeverListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to follow, and resolves once what is set is known. Redis need not be there: that is waited for for 2 s. */
  async start(): Promise<void> {
    await this.look().catch(() => undefined);
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** Passes on what Postgres has; older than what is known there, it is left. @throws AppError `unavailable` */
  async put(state: LeverState): Promise<void> {
    const { producer } = this.options;
    const values = JSON.stringify(state.values);
    await producer.reach(() => producer.client.eval(PUT_IF_NEWER, 1, this.#key, state.revision, values));
    this.#take(state);
  }

  /** The revision that others see; null if Redis has lost it. @throws AppError `unavailable` */
  async published(): Promise<number | null> {
    const { producer } = this.options;
    const revision = await producer.reach(() => producer.client.hget(this.#key, 'revision'));
    return revision === null ? null : Number(revision);
  }

  /** Reads what was passed on, now. @throws AppError `unavailable` */
  async look(): Promise<void> {
    const { producer } = this.options;
    const [revision, values] = await producer.reach(() => producer.client.hmget(this.#key, 'revision', 'values'));
    if (revision == null || values == null || Number(revision) <= this.revision) return;
    this.#take({
      revision: Number(revision),
      values: readLevers(JSON.parse(values) as Record<string, unknown>),
    });
  }

  get #key(): string {
    return `${this.options.producer.prefix}:levers`;
  }

  #take(state: LeverState): void {
    if (state.revision <= this.revision) return;
    const before = this.current;
    this.#state = state;
    if (isDeepStrictEqual(before, state.values)) return;
    tell(state.values);
    this.options.logger.info({ revision: state.revision }, 'levers were changed');
    for (const listener of this.#listeners) listener(state.values, before);
  }
}

/** What is set, as series: operators see in every graph when something was changed. */
function tell(values: LeverValues): void {
  metrics.leverValue.set({ lever: 'cacheTtlFactor' }, values.cacheTtlFactor);
  metrics.leverValue.set({ lever: 'rateLimitFactor' }, values.rateLimitFactor);
  metrics.leverValue.set({ lever: 'edgeCaching' }, Number(values.edgeCaching));
  metrics.maintenanceMode.set(MAINTENANCE_MODES.indexOf(values.maintenance.mode));
  const moved = Object.entries(values).filter(
    ([name, value]) => !isDeepStrictEqual(value, LEVERS[name as keyof LeverValues].initial),
  );
  metrics.leversMoved.set(moved.length);
}
