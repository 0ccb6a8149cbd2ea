import { z } from 'zod';

import { QUEUE_NAMES, type QueueName } from './queues.js';

/** Something that operators can change while the platform runs, without a deploy. */
export interface Lever<Value = unknown> {
  /** What a value must be, bounds included. */
  readonly schema: z.ZodType<Value>;
  /** As long as nobody has changed it. */
  readonly initial: Value;
  /** What it does, for whoever is about to change it. */
  readonly effect: string;
}

function lever<Value>(schema: z.ZodType<Value>, initial: NoInfer<Value>, effect: string): Lever<Value> {
  return { schema, initial, effect };
}

export const MAINTENANCE_MODES = ['off', 'read_only', 'closed'] as const;
export type MaintenanceMode = (typeof MAINTENANCE_MODES)[number];

/** Jobs that one process may have in hand at once; null as it was configured. */
const concurrency = z.int().min(1).max(500).nullable();

const perQueue = Object.fromEntries(QUEUE_NAMES.map((name) => [name, concurrency])) as Record<
  QueueName,
  typeof concurrency
>;
const asConfigured = Object.fromEntries(QUEUE_NAMES.map((name) => [name, null])) as Record<QueueName, number | null>;

/** Every lever: its bounds are such that no single one can take the platform down unnoticed. */
export const LEVERS = {
  cacheTtlFactor: lever(
    z.number().min(0.01).max(10),
    1,
    'Multiplies the life of everything that is cached from now on. Below 1 what is shown is newer and the database has more to do.',
  ),
  edgeCaching: lever(
    z.boolean(),
    true,
    'Whether public answers may be kept by a cache in front of us (CDN, proxy). Off: each request comes to us.',
  ),
  rateLimitFactor: lever(
    z.number().min(0.01).max(100),
    1,
    'Multiplies every rate limit. Below 1 in an attack, above 1 for an announced load.',
  ),
  queueConcurrency: lever(
    z.strictObject(perQueue),
    asConfigured,
    'Jobs of each queue that one process has in hand at once; null as configured. Jobs in hand go on, and it counts from when the next one ends.',
  ),
  batchSize: lever(
    z.strictObject({ cleanUp: z.int().min(10).max(5_000), outbox: z.int().min(1).max(1_000) }),
    { cleanUp: 500, outbox: 100 },
    'Rows of one transaction: of clean-up, and of the relay from outbox to queue. Less holds locks for a shorter time.',
  ),
  maintenance: lever(
    z.strictObject({
      mode: z.enum(MAINTENANCE_MODES),
      message: z.string().trim().min(1).max(300).nullable(),
      until: z.iso.datetime().nullable(),
    }),
    { mode: 'off', message: null, until: null },
    'read_only: nothing can be changed; closed: nothing at all, except by administrators. People are told the message, and when to come back.',
  ),
} as const satisfies Record<string, Lever>;

export type LeverName = keyof typeof LEVERS;
export const LEVER_NAMES = Object.keys(LEVERS) as LeverName[];

/** What each lever is set to. */
export type LeverValues = { readonly [Name in LeverName]: z.infer<(typeof LEVERS)[Name]['schema']> };

export const INITIAL_LEVERS = Object.freeze(
  Object.fromEntries(LEVER_NAMES.map((name) => [name, LEVERS[name].initial])),
) as LeverValues;

/** Levers as they are kept and passed on: a higher revision is newer. */
export interface LeverState {
  readonly revision: number;
  readonly values: LeverValues;
}

/**
 * Levers as some other release may have stored them: what is unknown is left out, and what is missing or not valid (any more)
 * is as if nobody had changed it.
 */
export function readLevers(stored: Readonly<Record<string, unknown>>): LeverValues {
  return Object.fromEntries(
    LEVER_NAMES.map((name) => {
      const parsed = LEVERS[name].schema.safeParse(stored[name]);
      return [name, parsed.success ? parsed.data : LEVERS[name].initial];
    }),
  ) as LeverValues;
}
