import { answerOf, startChild } from './child.js';
import type { LoadPlan, LoadResult } from './plan.js';

/** Runs a plan in a process of its own. */
export async function runLoad(plan: LoadPlan, signal: AbortSignal): Promise<LoadResult> {
  signal.throwIfAborted();
  const child = startChild('load-process', signal);
  child.send(plan);
  return answerOf<LoadResult>(child);
}
