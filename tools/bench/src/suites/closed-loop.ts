import { sampleOf, type Sample } from '../figures.js';

/** Does numbered work for so long, with so many pieces of it in hand, and counts what was done within the time. */
export async function closedLoop(
  inHand: number,
  seconds: number,
  signal: AbortSignal,
  work: (number: number) => Promise<unknown>,
): Promise<Sample> {
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + seconds * 1000;
  let next = 0;
  let last = started;
  const worker = async () => {
    while (performance.now() < deadline) {
      signal.throwIfAborted();
      const begun = performance.now();
      await work(next++);
      last = performance.now();
      latencies.push(last - begun);
    }
  };
  await Promise.all(Array.from({ length: inHand }, worker));
  return sampleOf(latencies, (last - started) / 1000);
}
