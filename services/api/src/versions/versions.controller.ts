import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId, CvView } from '../cvs/cvs.dto.js';
import { pageLinks } from '../cvs/link-header.js';
import { IfMatch, IMMUTABLE, REVALIDATED, sendCv, sendTagged } from '../cvs/send.js';
import { Answers } from '../openapi/answers.decorator.js';
import {
  JsonPatchView,
  ListVersionsQuery,
  VersionDocumentView,
  VersionNumber,
  VersionPageView,
} from './versions.dto.js';
import { VersionsService } from './versions.service.js';

/** What a CV once said is for those who may change it: whoever may only view it sees what it says now. */
@ApiTags('Versions')
@Controller('cvs/:id/versions')
@AllowAccess('cv:read')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly access: CvAccess,
  ) {}

  @Get()
  @Answers('List the versions of a CV', { 200: VersionPageView }, [
    'not_found',
    'forbidden',
    'validation_failed',
    'invalid_cursor',
  ])
  async list(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Query({ schema: ListVersionsQuery }) query: ListVersionsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VersionPageView> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    const page = await this.versions.list(ownerId, id, query);
    pageLinks(reply, `/api/v1/cvs/${id}/versions`, query, page.nextCursor);
    void reply.header('cache-control', REVALIDATED);
    return page;
  }

  @Get(':version')
  @Answers('Read a version', { 200: VersionDocumentView, 304: null }, ['not_found', 'forbidden', 'validation_failed'])
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('version', { schema: VersionNumber }) version: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    const body = await this.versions.read(ownerId, id, version);
    sendTagged(request, reply, { body, etag: `"v${version}"`, cacheControl: IMMUTABLE });
  }

  @Get(':from/diff/:to')
  @ApiProduces('application/json-patch+json')
  @Answers('What changed between two versions, as JSON Patch (RFC 6902)', { 200: JsonPatchView, 304: null }, [
    'not_found',
    'forbidden',
    'validation_failed',
  ])
  async diff(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('from', { schema: VersionNumber }) from: number,
    @Param('to', { schema: VersionNumber }) to: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    const body = JSON.stringify(await this.versions.diff(ownerId, id, from, to));
    const mediaType = 'application/json-patch+json; charset=utf-8';
    sendTagged(request, reply, { body, etag: `"v${from}-v${to}"`, cacheControl: IMMUTABLE, mediaType });
  }

  @Post(':version/restore')
  @AllowAccess('cv:write')
  @HttpCode(200)
  @IfMatch()
  @Answers('Make an earlier version the newest', { 200: CvView }, [
    'not_found',
    'forbidden',
    'validation_failed',
    'precondition_failed',
  ])
  async restore(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('version', { schema: VersionNumber }) version: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    sendCv(reply, await this.versions.restore(ownerId, id, version, request.headers['if-match']));
  }
}
