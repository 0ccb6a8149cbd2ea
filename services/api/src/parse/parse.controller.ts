import { validated } from '@discover/service-kit';
import { Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import type { ApiConfig } from '../config.js';
import { ReadingView } from '../cvs/cvs.dto.js';
import { Answers } from '../openapi/answers.decorator.js';
import { API_CONFIG } from '../tokens.js';
import { clientGone } from '../uploads/client-gone.js';
import { DOCUMENT_CODES, FILE_BODY, FILE_MEDIA_TYPES } from '../uploads/file-body.js';
import { readUpload, TAKES_FILES } from '../uploads/upload.js';
import { ParseService } from './parse.service.js';

const ParseQuery = z.strictObject({
  asOf: z.iso.date().optional().describe('The date that «present» means in the document.'),
});
type ParseQuery = z.infer<typeof ParseQuery>;

@ApiTags('Without state')
@Controller('parse')
@AllowAccess('parse')
export class ParseController {
  constructor(
    private readonly parsing: ParseService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Post()
  @HttpCode(200)
  @RouteConfig(TAKES_FILES)
  @ApiConsumes(...FILE_MEDIA_TYPES)
  @ApiBody({ schema: FILE_BODY })
  @Answers('Read a document and store nothing', { 200: ReadingView }, DOCUMENT_CODES)
  async parse(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ParseQuery }) query: ParseQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const upload = await readUpload(request);
    const { asOf } = validated(ParseQuery, { ...upload.fields, ...query });
    const maxBytes = this.config.http.uploadLimitMb * 1024 * 1024;
    const reading = await this.parsing.parse(caller, upload, asOf, maxBytes, clientGone(reply));
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
    return reading;
  }
}
