import { Readable } from 'node:stream';

import { validated } from '@discover/service-kit';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import type { ApiConfig } from '../config.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Answers } from '../openapi/answers.decorator.js';
import { API_CONFIG } from '../tokens.js';
import { TAKES_FILES } from '../uploads/upload.js';
import type { ArchiveLimits } from './archive.js';
import { readBatch } from './batch-form.js';
import { formatResults, RESULT_MEDIA_TYPES, type ResultFormat } from './batch-results.js';
import { BatchesService } from './batches.service.js';
import { BATCH_BODY, BatchId, BatchQuery, ImportAcceptedView, ResultFormatParam } from './imports.dto.js';

const MIB = 1024 * 1024;

@ApiTags('Imports')
@Controller('imports')
@AllowAccess('cv:write')
export class BatchesController {
  constructor(
    private readonly batches: BatchesService,
    private readonly jobs: JobsService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Post()
  @RouteConfig(TAKES_FILES)
  @ApiConsumes('multipart/form-data', 'application/zip')
  @ApiBody({ schema: BATCH_BODY })
  @Answers('Read many documents, in a ZIP or a form, each into a new CV', { 202: ImportAcceptedView }, [
    'corrupt_document',
    'empty_document',
    'timeout',
    'validation_failed',
  ])
  async accept(
    @CurrentCaller() caller: Caller,
    @Query({ schema: BatchQuery }) query: BatchQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const limits = this.limits();
    const { files, fields } = readBatch(request, limits);
    const asOf = () => validated(BatchQuery, { ...fields, ...query }).asOf;
    const id = await this.batches.accept(caller, files, asOf, limits);
    const job = await this.jobs.read(caller.userId, id);
    void reply.code(202).header('location', `/api/v1/jobs/${id}`).send({ job });
  }

  @Get(':id/results.:format')
  @AllowAccess('cv:read')
  @Answers(
    'What became of each document of a batch, also while it goes on: JSON lines or CSV',
    {
      200: {
        content: ['application/x-ndjson', 'text/csv'],
        description: 'One line a document, in the order they came.',
      },
    },
    ['not_found', 'validation_failed'],
  )
  async results(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: BatchId }) id: string,
    @Param('format', { schema: ResultFormatParam }) format: ResultFormat,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const results = await this.batches.results(caller.userId, id);
    void reply
      .type(RESULT_MEDIA_TYPES[format])
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="results.${format}"`)
      .send(Readable.from(formatResults(results, format)));
  }

  private limits(): ArchiveLimits {
    const { uploadLimitMb, batchLimitMb, batchDocuments } = this.config.http;
    return { maxBytes: batchLimitMb * MIB, maxDocumentBytes: uploadLimitMb * MIB, maxDocuments: batchDocuments };
  }
}
