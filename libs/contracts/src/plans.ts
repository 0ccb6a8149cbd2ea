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

/** Of the document at `index` (from 0) of a batch. */
export function batchPriority(plan: Plan, index: number): number {
  return BATCH_PRIORITY[plan] + Math.floor(index / BATCH_STEP);
}

/** Priority of the platform's own work: between the plans, so that neither waits for housekeeping for long. */
export const SYSTEM_PRIORITY = 50;
