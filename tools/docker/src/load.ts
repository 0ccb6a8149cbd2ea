import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { Client, type CvAnswer, type JobAnswer } from '@discover/e2e';

/** Kinds of work that come at a constant rate, each by so many a second, whatever became of those before. */
const PER_SECOND = { read: 20, write: 3, import: 1, render: 1 } as const;
export type Kind = keyof typeof PER_SECOND;
export const KINDS = Object.keys(PER_SECOND) as Kind[];

const PEOPLE = 8;
/** Longer than the edge's own limits. */
const TIMEOUT_MS = 60_000;
const DOCUMENT = 'Ada Example\nada@example.org\n\nExperience\n2019 - 2024 Engineer, Example Works\n\nSkills\nWelding\n';

export interface Span {
  /** By kind: how many were asked, and when those that failed ended. */
  asked: Record<Kind, number>;
  failed: Record<Kind, { at: number; why: string }[]>;
  /** The longest that any of them took, in milliseconds. */
  slowestMs: number;
}

/** A constant load of people who read, write, import and render through the edge. */
export class Load {
  private span: Span = emptySpan();
  private stopped = false;
  private readonly running = new Set<Promise<void>>();
  /** Jobs that were accepted: each must succeed, whatever is restarted. */
  readonly accepted: { client: Client; id: string }[] = [];
  private timers: NodeJS.Timeout[] = [];

  private constructor(private readonly people: { client: Client; cvId: string }[]) {}

  static async start(url: string): Promise<Load> {
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, async () => {
        const client = await Client.registered(url);
        const { body } = await client.call<CvAnswer>('/cvs', {
          method: 'POST',
          json: { title: 'a CV', document: { basics: { name: 'Ada Example' } } },
        });
        return { client, cvId: body.id };
      }),
    );
    const load = new Load(people);
    for (const kind of KINDS) load.timers.push(setInterval(() => load.fire(kind), 1000 / PER_SECOND[kind]));
    return load;
  }

  /** What happened since the last look. */
  async look(): Promise<Span> {
    await Promise.all(this.running);
    const seen = this.span;
    this.span = emptySpan();
    return seen;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running);
  }

  /** Waits for every accepted job. @returns those that did not succeed */
  async unfinished(timeoutMs: number): Promise<JobAnswer[]> {
    const deadline = Date.now() + timeoutMs;
    const left: JobAnswer[] = [];
    for (const { client, id } of this.accepted.splice(0)) {
      let job = await jobOf(client, id);
      while (!['succeeded', 'failed', 'cancelled'].includes(job.state) && Date.now() < deadline) {
        await delay(250); // A look at a whole list, not at one job: events would be a connection each.
        job = await jobOf(client, id);
      }
      if (job.state !== 'succeeded') left.push(job);
    }
    return left;
  }

  private fire(kind: Kind): void {
    if (this.stopped) return;
    const person = this.people[Math.floor(Math.random() * this.people.length)]!;
    const { span } = this;
    span.asked[kind]++;
    const started = Date.now();
    const work = this.do(kind, person)
      .catch((error: unknown) => (error instanceof Error ? `${error.message} ${causeOf(error)}` : String(error)))
      .then((why) => {
        span.slowestMs = Math.max(span.slowestMs, Date.now() - started);
        if (why !== undefined) span.failed[kind].push({ at: Date.now(), why });
      })
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** @returns why it failed, if it did */
  private async do(kind: Kind, { client, cvId }: { client: Client; cvId: string }): Promise<string | undefined> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const asked = this.ask(kind, client, cvId);
    const late = new Promise<never>((_, fail) => signal.addEventListener('abort', () => fail(new Error('no answer'))));
    const answer = await Promise.race([asked, late]);
    if (answer.status >= 200 && answer.status < 300) {
      if (kind === 'import') this.accepted.push({ client, id: (answer.body as { job: JobAnswer }).job.id });
      return undefined;
    }
    return `${answer.status} ${String((answer.body as { code?: string }).code)}`;
  }

  private ask(kind: Kind, client: Client, cvId: string) {
    switch (kind) {
      case 'read':
        return client.call(['/cvs', '/me', `/cvs/${cvId}`, `/cvs/${cvId}/versions`][Math.floor(Math.random() * 4)]!);
      case 'write':
        return client.call(`/cvs/${cvId}`, { method: 'PATCH', json: { title: randomUUID() } });
      case 'import':
        return client.import(Buffer.from(`${DOCUMENT}${randomUUID()}\n`), 'cv.txt', 0);
      case 'render': {
        // Made anew each time.
        const document = { basics: { name: 'Ada Example', summary: randomUUID() } };
        return client.call('/render', { method: 'POST', json: { document, template: 'classic', format: 'pdf' } });
      }
    }
  }
}

async function jobOf(client: Client, id: string): Promise<JobAnswer> {
  return (await client.call<JobAnswer>(`/jobs/${id}`)).body;
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : '';
}

function emptySpan(): Span {
  return { asked: zero(), failed: { read: [], write: [], import: [], render: [] }, slowestMs: 0 };
}

function zero(): Record<Kind, number> {
  return { read: 0, write: 0, import: 0, render: 0 };
}
