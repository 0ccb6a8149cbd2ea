import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { CvAccess } from './cv-access.js';
import { includesOf, permissionFor, selectionOf } from './cv-fields.js';
import { CvRepresentationView, ReadCvQuery } from './cv-query.dto.js';
import { CvRepresentations } from './cv-representations.js';
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
import { pageLinks } from './link-header.js';
import { TakesMergePatch } from './merge-patch-body.js';
import { IfMatch, IfNoneMatch, REVALIDATED, sendCv, sendTagged } from './send.js';

@ApiTags('CVs')
@Controller('cvs')
@AllowAccess('cv:read')
export class CvsController {
  constructor(
    private readonly cvs: CvsService,
    private readonly representations: CvRepresentations,
    private readonly access: CvAccess,
  ) {}

  @Post()
  @AllowAccess('cv:write')
  @Answers('Create a CV from JSON Resume', { 201: CvView }, ['validation_failed'])
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateCvRequest }) body: CreateCvRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const created = await this.cvs.create(caller.userId, body);
    sendCv(reply.code(201).header('location', `/api/v1/cvs/${created.id}`), created.body);
  }

  @Get()
  @Answers('List your CVs', { 200: CvPageView }, ['validation_failed', 'invalid_cursor'])
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ListCvsQuery }) query: ListCvsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CvPageView> {
    const page = await this.cvs.list(caller.userId, query);
    pageLinks(reply, '/api/v1/cvs', query, page.nextCursor);
    void reply.header('cache-control', REVALIDATED);
    return page;
  }

  @Get(':id')
  @IfNoneMatch()
  @Answers(
    'Read a CV: all of it, or some fields, with relations, in another language',
    {
      200: CvRepresentationView,
      304: null,
    },
    ['not_found', 'forbidden', 'unknown_field', 'validation_failed'],
  )
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Query({ schema: ReadCvQuery }) query: ReadCvQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fields, include, language } = query;
    if (fields === undefined && include === undefined && language === undefined) {
      const { ownerId } = await this.access.require(caller, id, 'view');
      const { body, status } = await this.cvs.read(ownerId, id);
      void reply.header('x-cache-status', status);
      sendTagged(request, reply, { body: body.bytes, etag: body.etag, cacheControl: REVALIDATED });
      return;
    }
    const wanted = { selection: selectionOf(fields), includes: includesOf(include), language };
    const { ownerId } = await this.access.require(caller, id, permissionFor(wanted.includes));
    const representation = await this.representations.read(ownerId, id, wanted);
    const { etag, contentLanguage } = representation.head;
    if (contentLanguage !== null) void reply.header('content-language', contentLanguage);
    sendTagged(request, reply, { body: representation.bytes, etag, cacheControl: REVALIDATED });
  }

  @Put(':id')
  @AllowAccess('cv:write')
  @IfMatch()
  @Answers('Replace a CV’s document', { 200: CvView }, [
    'not_found',
    'forbidden',
    'validation_failed',
    'precondition_failed',
  ])
  async replace(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Body({ schema: ReplaceCvRequest }) body: ReplaceCvRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    sendCv(reply, await this.cvs.replace(ownerId, id, body, request.headers['if-match']));
  }

  @Patch(':id')
  @AllowAccess('cv:write')
  @IfMatch()
  @TakesMergePatch()
  @Answers('Change parts of a CV (JSON Merge Patch)', { 200: CvView }, [
    'not_found',
    'forbidden',
    'validation_failed',
    'precondition_failed',
  ])
  async patch(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Body({ schema: PatchCvRequest }) body: PatchCvRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    sendCv(reply, await this.cvs.patch(ownerId, id, body, request.headers['if-match']));
  }

  @Delete(':id')
  @AllowAccess('cv:write')
  @HttpCode(204)
  @IfMatch()
  @Answers('Delete a CV; it can be restored for 30 days, then it is purged', { 204: null }, [
    'not_found',
    'forbidden',
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

  @Post(':id/restore')
  @AllowAccess('cv:write')
  @HttpCode(200)
  @Answers('Bring a deleted CV back', { 200: CvView }, ['not_found', 'forbidden', 'validation_failed'])
  async restore(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendCv(reply, await this.cvs.restore(caller, id));
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
    void reply.type('application/json').header('cache-control', REVALIDATED).send(reading);
  }
}
