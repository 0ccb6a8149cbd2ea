import { AppError } from '@discover/contracts';
import { Injectable } from '@nestjs/common';

import { RenderJobs } from '../renders/render-jobs.js';
import { AcceptedJobs } from './accepted-jobs.js';
import { hasEnded, type JobSource } from './job-source.js';
import type { JobView } from './jobs.dto.js';

/** Sent when nothing happens, so that proxies keep the connection open; in milliseconds. */
const HEARTBEAT_MS = 15_000;

/** Jobs of every kind, by their id. */
@Injectable()
export class JobsService {
  constructor(
    private readonly accepted: AcceptedJobs,
    private readonly renders: RenderJobs,
  ) {}

  /** @throws AppError `not_found` */
  async read(userId: string, id: string): Promise<JobView> {
    const job = await this.source(id).find(userId, id);
    if (!job) throw new AppError('not_found', 'There is no such job of yours, or it ended long ago.');
    return job;
  }

  async cancel(userId: string, id: string): Promise<void> {
    await this.read(userId, id);
    await this.source(id).cancel(userId, id);
  }

  /** Server-Sent Events: `state` with the job whenever it changed, up to its end. @throws AppError `not_found` */
  async events(userId: string, id: string, signal: AbortSignal): Promise<AsyncIterable<string>> {
    return this.stream(userId, id, await this.read(userId, id), signal);
  }

  private async *stream(userId: string, id: string, first: JobView, signal: AbortSignal): AsyncGenerator<string> {
    let sent = '';
    let number = 0;
    const event = (job: JobView) => {
      const data = JSON.stringify(job);
      if (data === sent) return '';
      sent = data;
      return `id: ${++number}\nevent: state\ndata: ${data}\n\n`;
    };
    yield event(first);
    if (hasEnded(first)) return;
    const changes = this.source(id).changes(id, signal)[Symbol.asyncIterator]();
    let next = changes.next();
    while (!signal.aborted) {
      const beat = heartbeat();
      const woken = await Promise.race([next, beat.due]);
      beat.cancel();
      if (woken === 'heartbeat') {
        yield ': still here\n\n';
        continue;
      }
      const job = await this.source(id).find(userId, id);
      if (!job) return;
      yield event(job);
      if (hasEnded(job) || woken.done) {
        await changes.return?.();
        return;
      }
      next = changes.next();
    }
  }

  private source(id: string): JobSource {
    return id.startsWith('render-') ? this.renders : this.accepted;
  }
}

function heartbeat(): { due: Promise<'heartbeat'>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const due = new Promise<'heartbeat'>((resolve) => {
    timer = setTimeout(() => resolve('heartbeat'), HEARTBEAT_MS);
  });
  return { due, cancel: () => clearTimeout(timer) };
}
