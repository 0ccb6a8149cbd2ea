import { JOBS, type PayloadOf, type ResultOf } from '@discover/contracts';
import type { ObjectStorage } from '@discover/object-storage';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { OBJECT_STORAGE } from '../tokens.js';
import { DocumentReader } from './document-reader.js';

@Controller()
export class ParseController {
  constructor(
    private readonly documents: DocumentReader,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  @HandlesJob(JOBS.parseDocument)
  async parse(
    @Payload() { source, fileName, asOf, target }: PayloadOf<typeof JOBS.parseDocument>,
    @Ctx() job: JobContext,
  ): Promise<ResultOf<typeof JOBS.parseDocument>> {
    const outcome = await this.documents.read(source, { fileName, asOf }, job.signal);
    if (!outcome.ok) return outcome;
    // Through storage, which forgets it with the request; what is answered through the queue stays in its stream of events.
    const body = Buffer.from(JSON.stringify(outcome.reading));
    await this.storage.put(target.bucket, target.key, body, { contentType: 'application/json' });
    return { ok: true, object: target };
  }
}
