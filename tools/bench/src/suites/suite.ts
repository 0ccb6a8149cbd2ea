import type { Account } from '../account.js';
import type { Measurement } from '../measurement.js';
import { runLoad } from '../load/load.js';
import type { LoadPlan, LoadResult } from '../load/plan.js';
import type { Platform } from '../platform.js';

/** What every suite gets. */
export interface Context {
  /** Length of one measurement. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
  readonly record: (measurement: Measurement) => void;
  /** PDFs that the parser has to read page by page. */
  readonly pdfs: readonly Buffer[];
  /** What the libraries did by themselves, once they were measured: the baseline of the services that use them. */
  readonly alone: { parsed?: number; rendered?: number };
}

export interface PlatformContext extends Context {
  readonly platform: Platform;
  readonly account: Account;
}

/** Of every measurement's length, as much again is spent before on what is not counted: compiling, connecting, filling caches. */
const WARM_UP_SHARE = 0.3;

export async function warmedLoad(
  context: PlatformContext,
  plan: Omit<LoadPlan, 'url' | 'seconds'>,
  warmUp = plan.requests,
): Promise<LoadResult> {
  const { platform, seconds, signal } = context;
  await runLoad(
    { ...plan, requests: warmUp, url: platform.url, seconds: Math.max(1, seconds * WARM_UP_SHARE) },
    signal,
  );
  return runLoad({ ...plan, url: platform.url, seconds }, signal);
}

export function libraryBaseline(name: string, value: number | undefined) {
  return value === undefined ? {} : { baseline: { name, value } };
}
