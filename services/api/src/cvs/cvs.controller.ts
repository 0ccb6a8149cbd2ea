import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { CvAccess } from './cv-access.js';
import type { CvBody } from './cv-body.js';
import {
  CreateCvRequest,
  CvId,
  CvPageView,
  CvReadingView,
  CvView,
  ListCvsQuery,
  PatchCvRequest,
  ReplaceCvRequest,
} from './cvs.dto.js';
import { CvsService } from './cvs.service.js';

const IfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The `ETag` that you read: 412 if the CV is another by now.',
  });

@ApiTags('CVs')
@Controller('cvs')
@AllowAccess('cv:read')
export class CvsController {
  constructor(
    private readonly cvs: CvsService,
    private readonly access: CvAccess,
  ) {}

  @Post()
  @AllowAccess('cv:write')
  @Answers('Create a CV from JSON Resume', { 201: CvView }, ['validation_failed', 'too_large'])
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateCvRequest }) body: CreateCvRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cv = await this.cvs.create(caller.userId, body);
    const { id } = JSON.parse(cv.bytes.toString()) as { id: string };
    send(reply.code(201).header('location', `/api/v1/cvs/${id}`), cv);
  }

  @Get()
  @Answers('List your CVs', { 200: CvPageView }, ['validation_failed', 'invalid_cursor'])
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ListCvsQuery }) query: ListCvsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CvPageView> {
    const page = await this.cvs.list(caller.userId, query);
    if (page.nextCursor !== null) {
      const next = new URLSearchParams({ limit: String(query.limit), sort: query.sort, cursor: page.nextCursor });
      if (query.status !== undefined) next.set('status', query.status);
      void reply.header('link', `</api/v1/cvs?${next.toString()}>; rel="next"`);
    }
    void reply.header('cache-control', 'private, no-cache');
    return page;
  }

  @Get(':id')
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The `ETag` that you have: 304 if it is still the same.',
  })
  @Answers('Read a CV', { 200: CvView, 304: null }, ['not_found', 'validation_failed'])
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'view');
    const { body, status } = await this.cvs.read(ownerId, id);
    void reply.header('x-cache-status', status);
    if (matchesTag(request.headers['if-none-match'], body.etag)) {
      void reply.code(304).header('etag', body.etag).header('cache-control', 'private, no-cache').send();
      return;
    }
    send(reply, body);
  }

  @Put(':id')
  @AllowAccess('cv:write')
  @IfMatch()
  @Answers('Replace a CV’s document', { 200: CvView }, [
    'not_found',
    'validation_failed',
    'precondition_failed',
    'too_large',
  ])
  async replace(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Body({ schema: ReplaceCvRequest }) body: ReplaceCvRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    send(reply, await this.cvs.replace(ownerId, id, body, request.headers['if-match']));
  }

  @Patch(':id')
  @AllowAccess('cv:write')
  @IfMatch()
  @Answers('Change parts of a CV (JSON Merge Patch)', { 200: CvView }, [
    'not_found',
    'validation_failed',
    'precondition_failed',
    'too_large',
  ])
  async patch(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Body({ schema: PatchCvRequest }) body: PatchCvRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    send(reply, await this.cvs.patch(ownerId, id, body, request.headers['if-match']));
  }

  @Delete(':id')
  @AllowAccess('cv:write')
  @HttpCode(204)
  @IfMatch()
  @Answers('Delete a CV; it is purged after 30 days', { 204: null }, [
    'not_found',
    'validation_failed',
    'precondition_failed',
  ])
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'own');
    await this.cvs.remove(ownerId, id, request.headers['if-match']);
  }

  @Get(':id/reading')
  @Answers('What the parser said of this CV: confidence, provenance, unmapped text', { 200: CvReadingView }, [
    'not_found',
    'validation_failed',
  ])
  async reading(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'view');
    const reading = await this.cvs.reading(ownerId, id);
    void reply.type('application/json').header('cache-control', 'private, no-cache').send(reading);
  }
}

function send(reply: FastifyReply, cv: CvBody): void {
  void reply
    .type('application/json; charset=utf-8')
    .header('etag', cv.etag)
    .header('cache-control', 'private, no-cache')
    .send(cv.bytes);
}

function matchesTag(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, ''))) ?? false;
}
