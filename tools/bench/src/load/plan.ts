import type { Sample } from '../figures.js';

export interface PlannedRequest {
  /** Requests of one kind are counted together. */
  readonly kind: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Any other status is an error. */
  readonly expect: number;
}

/** What one load process does. */
export interface LoadPlan {
  readonly url: string;
  /** Kept open; each waits for its answer before it sends again. */
  readonly connections: number;
  /** How long, or `once`: until each request was sent once. */
  readonly seconds: number | 'once';
  /** An even pace, whether or not those before are answered; without it each connection sends again when it has its answer. */
  readonly perSecond?: number;
  /** Dealt out to the connections; each goes through its own in turn, from the start again at their end. */
  readonly requests: readonly PlannedRequest[];
}

export interface LoadResult {
  readonly all: Sample;
  readonly byKind: Readonly<Record<string, Sample>>;
  /** How often what went wrong. */
  readonly errors: Readonly<Record<string, number>>;
  /** Share of one core that the generator used: near 1 it measures itself. */
  readonly generatorCpu: number;
}

export function errorCount(result: Pick<LoadResult, 'errors'>): number {
  return Object.values(result.errors).reduce((sum, count) => sum + count, 0);
}
