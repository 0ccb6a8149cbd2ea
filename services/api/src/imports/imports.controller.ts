import { AppError, type ErrorCode } from '@discover/contracts';
import { validated } from '@discover/service-kit';
import { Controller, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import type { ApiConfig } from '../config.js';
import { CvsService } from '../cvs/cvs.service.js';
import { AcceptedJobs } from '../jobs/accepted-jobs.js';
import type { JobView } from '../jobs/jobs.dto.js';
import { Answers } from '../openapi/answers.decorator.js';
import { API_CONFIG } from '../tokens.js';
import { clientGone } from '../uploads/client-gone.js';
import { DOCUMENT_CODES, FILE_BODY, FILE_MEDIA_TYPES } from '../uploads/file-body.js';
import { readUpload, TAKES_FILES } from '../uploads/upload.js';
import { ImportAcceptedView, ImportDoneView, ImportQuery } from './imports.dto.js';
import { ImportsService } from './imports.service.js';
import { preferredWait } from './prefer.js';

@ApiTags('Imports')
@Controller('cvs')
@AllowAccess('cv:write')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly jobs: AcceptedJobs,
    private readonly cvs: CvsService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Post('import')
  @RouteConfig(TAKES_FILES)
  @ApiConsumes(...FILE_MEDIA_TYPES)
  @ApiBody({ schema: FILE_BODY })
  @ApiHeader({
    name: 'Prefer',
    required: false,
    description: '`wait=20`: wait up to 20 seconds for the CV and answer 201 with it.',
  })
  @Answers('Read a document into a new CV', { 201: ImportDoneView, 202: ImportAcceptedView }, DOCUMENT_CODES)
  async import(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const upload = await readUpload(request);
    const fields = validated(ImportQuery, { ...upload.fields, ...query });
    const id = await this.imports.accept(caller, upload, fields, this.config.http.uploadLimitMb * 1024 * 1024);
    const seconds = preferredWait(request.headers.prefer);
    if (seconds === 0) {
      sendAccepted(reply, await this.jobs.read(caller.userId, id));
      return;
    }
    void reply.header('preference-applied', `wait=${seconds}`);
    const job = await this.jobs.waitUntilEnded(caller.userId, id, seconds * 1000, clientGone(reply));
    await this.answer(caller, job, reply);
  }

  private async answer(caller: Caller, job: JobView, reply: FastifyReply): Promise<void> {
    if (job.state === 'failed' && job.error) throw new AppError(job.error.code as ErrorCode, job.error.message);
    const cvId = job.result?.cvId;
    if (cvId === undefined) {
      sendAccepted(reply, job);
      return;
    }
    const { body } = await this.cvs.read(caller.userId, cvId);
    void reply
      .code(201)
      .header('location', `/api/v1/cvs/${cvId}`)
      .header('etag', body.etag)
      .type('application/json; charset=utf-8')
      .send(`{"cv":${body.bytes.toString()},"job":${JSON.stringify(job)}}`);
  }
}

function sendAccepted(reply: FastifyReply, job: JobView): void {
  void reply.code(202).header('location', `/api/v1/jobs/${job.id}`).send({ job });
}
