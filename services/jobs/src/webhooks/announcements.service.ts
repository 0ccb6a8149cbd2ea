import { JOBS, type PayloadOf } from '@discover/contracts';
import { Database, recordEvent } from '@discover/database';
import { JobProducer } from '@discover/queue';
import { Injectable } from '@nestjs/common';

/** The longest that a render is waited for at once, in milliseconds; after that the queue has it tried again. */
const WAIT_MS = 60_000;

/** Tells of renders that were asked for as jobs. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly database: Database,
    private readonly producer: JobProducer,
  ) {}

  async announce(
    { userId, cvId, renderJobId }: PayloadOf<typeof JOBS.announceRender>,
    signal: AbortSignal,
  ): Promise<void> {
    const ending = await this.producer.wait(JOBS.renderCv, renderJobId, { timeoutMs: WAIT_MS, signal });
    signal.throwIfAborted();
    if (ending === null) throw new Error(`the render ${renderJobId} has not ended yet`);
    // Cancelled, or so long ago that the queue has forgotten it.
    if (ending.type === 'removed') return;
    const outcome = ending.type === 'completed' ? ending.result : { ok: false as const, ...ending.failure };
    const name = outcome.ok ? outcome.object.key.split('/').at(-1)! : renderJobId;
    const data = outcome.ok
      ? { cvId, jobId: renderJobId, state: 'succeeded', mediaType: outcome.mediaType, size: outcome.size }
      : { cvId, jobId: renderJobId, state: 'failed', errorCode: outcome.code };
    await this.database.transaction(userId, (handle) =>
      recordEvent(handle, { userId, type: 'render.completed', subjectId: name, data }),
    );
  }
}
