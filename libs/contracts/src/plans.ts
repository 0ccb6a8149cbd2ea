export const ROLES = ['user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const PLANS = ['free', 'premium'] as const;
export type Plan = (typeof PLANS)[number];

/** What an API key may be allowed to do. `admin` also needs the role of its owner. */
export const SCOPES = ['cv:read', 'cv:write', 'parse', 'render', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Priority of a person's jobs: lower is sooner (BullMQ: 1 … 2,097,151). Every job has one: BullMQ serves jobs without a
 * priority before all that have one, so a single job without would overtake every premium one.
 */
export const PLAN_PRIORITY: Record<Plan, number> = { premium: 10, free: 100 };

/**
 * Priority of the documents of a batch: after every single one of either plan, so that a batch holds nobody up. Its documents
 * go in steps of ten, each step after the one before, so that batches which wait side by side take turns.
 */
const BATCH_PRIORITY: Record<Plan, number> = { premium: 1_000, free: 2_000 };
const BATCH_STEP = 10;
/** Steps after which a batch goes no further back: the range of its plan ends there. */
const BATCH_STEPS = 1_000;

/** Of the document at `index` (from 0) of a batch. */
export function batchPriority(plan: Plan, index: number): number {
  return BATCH_PRIORITY[plan] + Math.min(Math.floor(index / BATCH_STEP), BATCH_STEPS - 1);
}

/** Priority of the platform's own work: between the plans, so that neither waits for housekeeping for long. */
export const SYSTEM_PRIORITY = 50;

/** Jobs that are served alike, in the order in which they are. */
export const JOB_CLASSES = ['premium', 'system', 'free', 'premium_batch', 'free_batch'] as const;
export type JobClass = (typeof JOB_CLASSES)[number];

/** Priorities of a class, both ends included, and the one that its first job gets when it has waited for too long. */
export interface ClassPriorities {
  from: number;
  to: number;
  raised: number;
}

export const CLASS_PRIORITIES: Readonly<Record<JobClass, ClassPriorities>> = {
  premium: { from: PLAN_PRIORITY.premium, to: PLAN_PRIORITY.premium, raised: 1 },
  system: { from: SYSTEM_PRIORITY, to: SYSTEM_PRIORITY, raised: 2 },
  free: { from: PLAN_PRIORITY.free, to: PLAN_PRIORITY.free, raised: 3 },
  premium_batch: { from: BATCH_PRIORITY.premium, to: BATCH_PRIORITY.premium + BATCH_STEPS - 1, raised: 4 },
  free_batch: { from: BATCH_PRIORITY.free, to: BATCH_PRIORITY.free + BATCH_STEPS - 1, raised: 5 },
};

/**
 * Priority alone would let a class wait for as long as those before it never end. So of every `share` jobs that the workers
 * begin, each class is sure of one, once its first job has waited for `afterMs`: see ADR 23.
 */
export const AGEING = { afterMs: 15_000, share: 10 } as const;
