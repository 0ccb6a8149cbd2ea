/** How one type of value is cached. Times are milliseconds. */
export interface CachePolicy<Type extends string = string> {
  /** Part of every key and the label of the metrics. */
  readonly type: Type;
  /** Part of every key: raise it when the shape of the value changes, so that two releases never read each other’s. */
  readonly version: number;
  /** How long a value is fresh. */
  readonly ttlMs: number;
  /** For so long after that it is handed out at once, while the source is asked in the background. */
  readonly staleMs: number;
  /** For so long after that it is handed out only if the source fails, or takes longer than `softTimeoutMs`. */
  readonly graceMs: number;
  /** How long it is remembered that the source has no such thing. Never handed out stale. */
  readonly negativeTtlMs: number;
  /** `ttlMs` and `negativeTtlMs` are varied by at most this share, so that what was stored together does not end together. */
  readonly jitter: number;
  /** The longest that a process keeps its own copy; at most {@link L1_MAX_MS}. */
  readonly l1MaxMs: number;
  /** Whether lives may be made longer at run time; not where age is a matter of who may see what. */
  readonly extendable: boolean;
  /** How long the source may keep a caller waiting who could have a stale value instead. */
  readonly softTimeoutMs: number;
  /** After this the source is given up and its signal aborted. */
  readonly hardTimeoutMs: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Spec D1. */
export const L1_MAX_MS = 5 * minute;

function policy<Type extends string>(
  type: Type,
  settings: Pick<CachePolicy, 'version' | 'ttlMs'> & Partial<CachePolicy>,
): CachePolicy<Type> {
  return {
    staleMs: 0,
    graceMs: 5 * minute,
    negativeTtlMs: 5 * second,
    jitter: 0.1,
    l1MaxMs: L1_MAX_MS,
    extendable: true,
    softTimeoutMs: 150,
    hardTimeoutMs: 5 * second,
    ...settings,
    type,
  };
}

/** What decides who may see or do what. */
const ofAccess = { version: 1, graceMs: 0, extendable: false };

/** The one table of what is cached and for how long (spec D2). */
export const policies = {
  cv: policy('cv', { version: 1, ttlMs: hour }),
  // Of a CV some fields, with relations, in another language: the answer’s bytes.
  representation: policy('representation', { version: 1, ttlMs: hour }),
  translation: policy('translation', { version: 1, ttlMs: hour }),
  // Postgres is the source. A revoked session must end, and a changed role or plan count: no stale window, no grace, and
  // short lives in case the announcement was lost. The session itself lasts 24 h.
  session: policy('session', { ...ofAccess, ttlMs: 5 * minute, l1MaxMs: 10 * second }),
  // As a session: a revoked key must be refused at once.
  apiKey: policy('apiKey', { ...ofAccess, ttlMs: 5 * minute, l1MaxMs: 10 * second }),
  // A revoked share must end at once: as a session. Only what is allowed is kept, so a new share counts at once too.
  access: policy('access', { ...ofAccess, ttlMs: 5 * minute, l1MaxMs: 10 * second }),
  // A profile that was made private must not be seen any longer.
  publication: policy('publication', { ...ofAccess, ttlMs: 15 * minute, l1MaxMs: minute }),
  publicProfile: policy('publicProfile', { version: 1, ttlMs: 15 * minute }),
  // Where the files of a photo lie. They never change, but may be removed.
  photo: policy('photo', { version: 1, ttlMs: 24 * hour, graceMs: 0 }),
  profile: policy('profile', { version: 1, ttlMs: hour, staleMs: 5 * minute }),
  template: policy('template', { version: 1, ttlMs: 24 * hour, staleMs: hour, graceMs: 24 * hour }),
  // What a search found. A profile that is not public any longer must not be found: no grace.
  search: policy('search', { ...ofAccess, ttlMs: 5 * minute, staleMs: 30 * second }),
  // A page of a list. It must show what its owner has just done, so it lies under a tag, and is never handed out late.
  listing: policy('listing', { version: 1, ttlMs: 10 * minute, graceMs: 0 }),
  // Figures that grow all the time.
  statistics: policy('statistics', { version: 1, ttlMs: 30 * second, staleMs: 5 * second, graceMs: minute }),
  // Where a rendered document lies in object storage. It never changes, but the object behind it may be cleared away.
  render: policy('render', { version: 1, ttlMs: 24 * hour, graceMs: 0, negativeTtlMs: second }),
} as const satisfies { readonly [Type in string]: CachePolicy<Type> };

export type CacheType = keyof typeof policies;

/** A life of about `ms`: within `jitter` of it, evenly spread. `random` is in [0, 1). */
export function jittered(ms: number, jitter: number, random: number): number {
  return Math.round(ms * (1 + jitter * (2 * random - 1)));
}
