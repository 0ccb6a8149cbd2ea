import { JOBS, type PayloadOf, type ResultOf } from '@discover/contracts';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { DocumentReader } from './document-reader.js';

@Controller()
export class ParseController {
  constructor(private readonly documents: DocumentReader) {}

  @HandlesJob(JOBS.parseDocument)
  async parse(
    @Payload() { source, fileName, asOf }: PayloadOf<typeof JOBS.parseDocument>,
    @Ctx() job: JobContext,
  ): Promise<ResultOf<typeof JOBS.parseDocument>> {
    return this.documents.read(source, { fileName, asOf }, job.signal);
  }
}
