import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId, LanguageTag } from '../cvs/cvs.dto.js';
import { IfMatch, IfNoneMatch, REVALIDATED, sendTagged } from '../cvs/send.js';
import { Answers } from '../openapi/answers.decorator.js';
import {
  PatchTranslationRequest,
  PutTranslationRequest,
  TranslationsView,
  TranslationView,
} from './translations.dto.js';
import { TranslationsService, type TaggedTranslation } from './translations.service.js';

@ApiTags('Languages')
@Controller('cvs/:id/translations')
@AllowAccess('cv:read')
export class TranslationsController {
  constructor(
    private readonly translations: TranslationsService,
    private readonly access: CvAccess,
  ) {}

  @Get()
  @Answers('List the languages of a CV', { 200: TranslationsView }, ['not_found', 'validation_failed'])
  async list(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TranslationsView> {
    const { ownerId } = await this.access.require(caller, id, 'view');
    void reply.header('cache-control', REVALIDATED);
    return this.translations.list(ownerId, id);
  }

  @Get(':language')
  @IfNoneMatch()
  @Answers(
    'Read a translation: its texts, and which are older than their source',
    { 200: TranslationView, 304: null },
    ['not_found', 'validation_failed'],
  )
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('language', { schema: LanguageTag }) language: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'view');
    send(request, reply, await this.translations.read(ownerId, id, language));
  }

  @Put(':language')
  @AllowAccess('cv:write')
  @IfMatch()
  @Answers(
    'Translate a CV: these texts, of the document as it is now',
    { 200: TranslationView, 201: TranslationView },
    ['not_found', 'forbidden', 'validation_failed', 'precondition_failed'],
  )
  async put(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('language', { schema: LanguageTag }) language: string,
    @Body({ schema: PutTranslationRequest }) body: PutTranslationRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    const change = { ...body, language, ifMatch: request.headers['if-match'], keep: false };
    const result = await this.translations.change(ownerId, id, change);
    send(request, reply.code(result.created ? 201 : 200), result);
  }

  @Patch(':language')
  @AllowAccess('cv:write')
  @IfMatch()
  @Answers('Change some texts of a translation', { 200: TranslationView, 201: TranslationView }, [
    'not_found',
    'forbidden',
    'validation_failed',
    'precondition_failed',
  ])
  async patch(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('language', { schema: LanguageTag }) language: string,
    @Body({ schema: PatchTranslationRequest }) body: PatchTranslationRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    const change = { ...body, language, ifMatch: request.headers['if-match'], keep: true };
    const result = await this.translations.change(ownerId, id, change);
    send(request, reply.code(result.created ? 201 : 200), result);
  }

  @Delete(':language')
  @AllowAccess('cv:write')
  @HttpCode(204)
  @Answers('Delete a translation', { 204: null }, ['not_found', 'forbidden', 'validation_failed'])
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('language', { schema: LanguageTag }) language: string,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'edit');
    await this.translations.remove(ownerId, id, language);
  }
}

function send(request: FastifyRequest, reply: FastifyReply, { view, revisions }: TaggedTranslation): void {
  // Whether a text is outdated depends on the document too.
  const etag = `"${revisions.translation}.${revisions.cv}"`;
  sendTagged(request, reply, { body: JSON.stringify(view), etag, cacheControl: REVALIDATED });
}
