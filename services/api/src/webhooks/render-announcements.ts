import { JOBS, SYSTEM_PRIORITY } from '@discover/contracts';
import { Database, hasSubscriber } from '@discover/database';
import { JobProducer } from '@discover/queue';
import { Injectable } from '@nestjs/common';

/**
 * Renders own no row, so nobody could write their event with it. Where somebody listens, a job waits for the render and
 * writes it.
 */
@Injectable()
export class RenderAnnouncements {
  constructor(
    private readonly database: Database,
    private readonly producer: JobProducer,
  ) {}

  async expect(userId: string, cvId: string, renderJobId: string): Promise<void> {
    const listens = await this.database.read(userId, (handle) => hasSubscriber(handle, userId, 'render.completed'));
    if (!listens) return;
    // A render that was asked for twice is made once and told of once.
    const options = { id: `announce-${renderJobId}`, priority: SYSTEM_PRIORITY, again: true };
    await this.producer.add(JOBS.announceRender, { userId, cvId, renderJobId }, options);
  }
}
