import { MEDIA_TYPES } from '@discover/cv-render';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId } from '../cvs/cvs.dto.js';
import { Answers, type BinaryAnswer } from '../openapi/answers.decorator.js';
import { CvPhotos } from '../photos/cv-photos.js';
import { TranslatedDocuments } from '../translations/translated-documents.js';
import { clientGone } from '../uploads/client-gone.js';
import { RenderAnnouncements } from '../webhooks/render-announcements.js';
import { Designs } from './designs.js';
import { optionsFromQuery, orderOf } from './design.js';
import {
  RenderAcceptedView,
  RenderDoneView,
  RenderName,
  RenderQuery,
  RenderRequestBody,
  StatelessRenderRequest,
} from './renders.dto.js';
import { RenderJobs } from './render-jobs.js';
import { RendersService } from './renders.service.js';
import { sendContent } from './send-content.js';

const DOCUMENT: BinaryAnswer = {
  content: [...new Set(Object.values(MEDIA_TYPES).map((mediaType) => mediaType.split(';')[0]!))],
  description: 'The document.',
};
const DESIGN_CODES = [
  'unknown_template',
  'invalid_template',
  'unsupported_format',
  'invalid_options',
  'cannot_fit',
  'render_failed',
  'timeout',
  'validation_failed',
] as const;

@ApiTags('Renders')
@Controller()
@AllowAccess('render')
export class RendersController {
  constructor(
    private readonly documents: TranslatedDocuments,
    private readonly access: CvAccess,
    private readonly renders: RendersService,
    private readonly designs: Designs,
    private readonly jobs: RenderJobs,
    private readonly announcements: RenderAnnouncements,
    private readonly photos: CvPhotos,
  ) {}

  @Post('cvs/:id/renders')
  @Answers(
    'Render a CV: 200 if it was made before, else 202 and a job',
    { 200: RenderDoneView, 202: RenderAcceptedView },
    ['not_found', ...DESIGN_CODES],
  )
  async request(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Body({ schema: RenderRequestBody }) { language, ...design }: RenderRequestBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, id, 'view');
    const document = await this.documents.read(ownerId, id, language);
    const template = await this.designs.templateOf(caller.userId, design.template);
    const photo = await this.photos.ofRender(ownerId, id, document);
    const result = await this.renders.request(caller, document, { ...design, ...template, ...photo });
    if ('render' in result) {
      void reply.code(200).send(result);
      return;
    }
    await this.announcements.expect(caller.userId, id, result.jobId);
    const job = await this.jobs.find(caller.userId, result.jobId);
    void reply.code(202).header('location', `/api/v1/jobs/${result.jobId}`).send({ job });
  }

  @Get('cvs/:id/render.:format')
  @Answers('Download a CV as a document; waits until it is made', { 200: DOCUMENT, 304: null }, [
    'not_found',
    ...DESIGN_CODES,
  ])
  async download(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Param('format') format: string,
    @Query({ schema: RenderQuery }) query: RenderQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { template, language, ...options } = query;
    const found = await this.designs.templateOf(caller.userId, template);
    const { ownerId } = await this.access.require(caller, id, 'view');
    const document = await this.documents.read(ownerId, id, language);
    const photo = await this.photos.ofRender(ownerId, id, document);
    const design = { ...found, ...photo, format, options: optionsFromQuery(found.template, options) };
    const order = orderOf(caller.userId, document, design);
    const etag = `"${order.identity}"`;
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match']?.includes(etag)) {
      void reply.code(304).send();
      return;
    }
    const content = await this.renders.bytes(caller, order, clientGone(reply));
    void reply.header('x-cache-status', content.made ? 'miss' : 'hit');
    sendContent(reply, content, `cv.${format}`);
  }

  @Get('renders/:name')
  @Answers('Download a render by its identity', { 200: DOCUMENT }, ['not_found', 'validation_failed'])
  async stored(
    @CurrentCaller() caller: Caller,
    @Param('name', { schema: RenderName }) name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.renders.stored(caller, name);
    // The identity decides the bytes: they never change.
    void reply.header('cache-control', 'private, max-age=31536000, immutable');
    sendContent(reply, content, `cv.${name.split('.')[1]}`);
  }

  @Post('render')
  @HttpCode(200)
  @Answers('Render a document and store nothing', { 200: DOCUMENT }, [...DESIGN_CODES, 'too_large'])
  async stateless(
    @CurrentCaller() caller: Caller,
    @Body({ schema: StatelessRenderRequest }) { document, ...design }: StatelessRenderRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const template = await this.designs.templateOf(caller.userId, design.template);
    const content = await this.renders.stateless(caller, document, { ...design, ...template }, clientGone(reply));
    void reply.header('cache-control', 'no-store');
    sendContent(reply, content, `cv.${design.format}`);
  }
}
