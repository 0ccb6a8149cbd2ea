import { Agent, request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { sampleOf, type Sample } from '../figures.js';
import type { PlannedRequest } from './plan.js';

/** Requests at an even pace, whether or not those before have been answered. */
export interface Pace {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly requests: readonly PlannedRequest[];
}

/**
 * Sends at its pace; a time runs from the moment when a request was due, so that one that had to wait for a connection, or for
 * this process, counts with its waiting. (autocannon's rate is one burst a second.)
 */
export async function runPaced(
  { url, connections, seconds, perSecond, requests }: Pace,
  count: (error: string) => void,
): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const open: Promise<void>[] = [];
  const started = performance.now();
  for (let number = 0; number < seconds * perSecond; number++) {
    const due = started + (number * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const request = requests[number % requests.length]!;
    const answered = statusOf(url, request, agent).then(
      (status) => {
        if (status === request.expect) latencies.push(performance.now() - due);
        else count(`${request.kind}: ${status}`);
      },
      (error: unknown) => count(String(error)),
    );
    open.push(answered);
  }
  await Promise.all(open);
  agent.destroy();
  return sampleOf(latencies, (performance.now() - started) / 1000);
}

/** Of an answer that has arrived as a whole. */
async function statusOf(url: string, { method, path, headers, body }: PlannedRequest, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = send(new URL(path, url), { method, headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : Buffer.from(body));
  });
}
