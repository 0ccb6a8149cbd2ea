import { findLevers, type Database } from '@discover/database';
import { Loop, type Levers } from '@discover/queue';
import type { Logger } from '@discover/telemetry';

/** How often it is seen to: with the look of each process, the longest that a change is not followed after a failure. */
const LOOK_EVERY_MS = 2_500;

/**
 * Sees to it that the levers which are passed on are those that Postgres has: after a change whose announcement failed, and
 * after Redis has lost them. Any number of instances may do so.
 */
export class LeverKeeper {
  readonly #loop: Loop;

  constructor(private readonly options: { database: Database; levers: Levers; logger: Logger }) {
    this.#loop = new Loop({
      everyMs: LOOK_EVERY_MS,
      work: () => this.keep(),
      onError: (error) =>
        options.logger.warn(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'the levers could not be compared with the database',
        ),
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** One round. */
  async keep(): Promise<void> {
    const { database, levers } = this.options;
    const state = await database.readPrimary('levers', findLevers);
    const published = await levers.published();
    if (published === null || published < state.revision) await levers.put(state);
  }
}
