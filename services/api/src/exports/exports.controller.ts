import { contentDisposition } from '@discover/object-storage';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { ImportAcceptedView } from '../imports/imports.dto.js';
import { Answers } from '../openapi/answers.decorator.js';
import { ExportId } from './exports.dto.js';
import { ExportsService } from './exports.service.js';

/** Only for whoever is logged in: it is all that there is of a person. */
@ApiTags('Account')
@Controller()
@AllowAccess('session')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post('me/export')
  @Answers('Ask for everything that we have of you, as a ZIP', { 202: ImportAcceptedView }, ['forbidden'])
  async request(@CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const job = await this.exports.request(caller);
    void reply.code(202).header('location', `/api/v1/jobs/${job.id}`).send({ job });
  }

  @Get('exports/:id')
  @Answers(
    'Download an export, for seven days after it was made',
    { 200: { content: ['application/zip'], description: 'The ZIP; its README says what is where.' } },
    ['forbidden', 'not_found', 'validation_failed'],
  )
  async download(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: ExportId }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, fileName } = await this.exports.content(caller.userId, id);
    void reply
      .type('application/zip')
      .header('content-length', content.size)
      .header('content-disposition', contentDisposition(fileName))
      .header('cache-control', 'private, no-store')
      .send(content.stream);
  }
}
