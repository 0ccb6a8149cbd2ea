import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { AppError, type ErrorCode } from '@discover/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ViewRecorder } from '../analytics/view-recorder.js';
import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { sendContent } from '../renders/send-content.js';
import { clientGone } from '../uploads/client-gone.js';
import { LinksService, type Opening, type ShownCv } from './links.service.js';
import { OpenLinkRequest, SharedCvView, SharedPdfQuery } from './shares.dto.js';

const LINK_CODES: ErrorCode[] = [
  'not_found',
  'share_gone',
  'share_expired',
  'share_password_required',
  'share_password_wrong',
  'rate_limited',
];
const PASSWORD = { name: 'X-Share-Password', required: false, description: 'Of a link that needs one.' };

/** For whoever was given a link: no account is needed, and what is shown is kept nowhere. */
@ApiTags('Shares')
@Controller('shared/:token')
@AllowAccess('public')
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly views: ViewRecorder,
  ) {}

  @Get()
  @ApiHeader(PASSWORD)
  @Answers('Open a link', { 200: SharedCvView }, LINK_CODES, 'public')
  async read(
    @Param('token') token: string,
    @Headers('x-share-password') password: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show({ token, password, address: request.ip }, request, reply);
  }

  @Post('open')
  @HttpCode(200)
  @Answers(
    'Open a link with its password in the body',
    { 200: SharedCvView },
    [...LINK_CODES, 'validation_failed'],
    'public',
  )
  async open(
    @Param('token') token: string,
    @Body({ schema: OpenLinkRequest }) { password }: OpenLinkRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show({ token, password, address: request.ip }, request, reply);
  }

  @Get('render.pdf')
  @ApiHeader(PASSWORD)
  @Answers(
    'Download the CV of a link',
    { 200: { content: ['application/pdf'], description: 'The document.' } },
    [...LINK_CODES, 'unknown_template', 'render_failed', 'timeout', 'validation_failed'],
    'public',
  )
  async download(
    @Param('token') token: string,
    @Headers('x-share-password') password: string | undefined,
    @Query({ schema: SharedPdfQuery }) { template }: SharedPdfQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    keepPrivate(reply);
    const opening = { token, password, address: request.ip };
    const { shown, content } = await askingForPassword(reply, () =>
      this.links.download(opening, template, clientGone(reply)),
    );
    this.views.record(shown.link, 'download', request);
    sendContent(reply, content, 'cv.pdf');
  }

  private async show(opening: Opening, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    keepPrivate(reply);
    const shown = await askingForPassword(reply, () => this.links.open(opening));
    this.views.record(shown.link, 'link', request);
    void reply.type('application/json; charset=utf-8').send(view(shown));
  }
}

function view({ link, opened, document }: ShownCv): object {
  const { version, language, updatedAt } = opened;
  return { version, language, updatedAt, expiresAt: link.expiresAt, document };
}

/** Nobody between us and the reader keeps it, no search engine lists it, and no link out of it tells where it was. */
function keepPrivate(reply: FastifyReply): void {
  void reply
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex, nofollow, noarchive')
    .header('referrer-policy', 'no-referrer');
}

/** A 401 says how to do better (RFC 9110, 11.6.1). */
async function askingForPassword<T>(reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('share_password'))
      void reply.header('www-authenticate', `X-Share-Password realm="link", error="${error.code}"`);
    throw error;
  }
}
