import { AppError } from '@discover/contracts';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ViewRecorder } from '../analytics/view-recorder.js';
import { AllowAccess } from '../auth/access.decorator.js';
import type { ApiConfig } from '../config.js';
import { matchesTag } from '../cvs/entity-tags.js';
import { Answers } from '../openapi/answers.decorator.js';
import { sendContent } from '../renders/send-content.js';
import { API_CONFIG } from '../tokens.js';
import { clientGone } from '../uploads/client-gone.js';
import { NO_PAGE, pagePolicy } from './page.js';
import { ProfilesService, type Profile } from './profiles.service.js';
import { PublicProfileView } from './publications.dto.js';

/** A minute in any cache, and ten more while it is fetched anew. */
const CACHEABLE = 'public, max-age=60, stale-while-revalidate=600';

/** Profiles as data. */
@ApiTags('Publications')
@Controller('public/:slug')
@AllowAccess('public')
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly views: ViewRecorder,
  ) {}

  @Get()
  @Answers('Read a profile', { 200: PublicProfileView, 304: null, 308: null }, ['not_found'], 'public')
  async read(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const profile = await this.profiles.find(slug);
    if (describe(reply, profile, slug, (present) => `/api/v1/public/${present}`)) return;
    const { etag, bytes } = await this.profiles.json(profile);
    this.views.record(profile, 'json', request);
    if (isKnown(request, reply, etag)) return;
    void reply.type('application/json; charset=utf-8').send(bytes);
  }
}

/** Profiles as pages for people, outside the API. */
@ApiExcludeController()
@Controller('u/:slug')
@AllowAccess('public')
export class ProfilePagesController {
  private readonly origin: string;

  constructor(
    private readonly profiles: ProfilesService,
    private readonly views: ViewRecorder,
    @Inject(API_CONFIG) { http }: ApiConfig,
  ) {
    this.origin = new URL(http.publicUrl).origin;
  }

  @Get()
  async page(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('content-security-policy', pagePolicy(this.origin));
    try {
      const profile = await this.profiles.find(slug);
      if (describe(reply, profile, slug, (present) => `/u/${present}`)) return;
      const { etag, bytes } = await this.profiles.page(profile, clientGone(reply));
      this.views.record(profile, 'page', request);
      if (isKnown(request, reply, etag)) return;
      void reply.type('text/html; charset=utf-8').send(bytes);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      void reply.code(404).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(NO_PAGE);
    }
  }

  @Get('og.png')
  async picture(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const profile = await this.profiles.find(slug);
    if (describe(reply, profile, slug, (present) => `/u/${present}/og.png`)) return;
    const { etag, content } = await this.profiles.picture(profile, clientGone(reply));
    if (isKnown(request, reply, etag)) return;
    // Shown by other sites, in their previews of links.
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    sendContent(reply, await content(), 'og.png');
  }
}

/** Says how it may be kept and listed. True if it was asked for by an old slug, and sent on to the present one. */
function describe(reply: FastifyReply, profile: Profile, slug: string, addressOf: (slug: string) => string): boolean {
  void reply
    .header('cache-control', CACHEABLE)
    .header('surrogate-key', `profile-${profile.cvId}`)
    // The same for everybody, so a shared cache may ignore who asks.
    .header('vary', 'Accept-Encoding');
  if (profile.visibility !== 'public') void reply.header('x-robots-tag', 'noindex');
  if (profile.slug === slug) return false;
  void reply.code(308).header('location', addressOf(profile.slug)).send();
  return true;
}

/** Answers 304 if the client has it already. */
function isKnown(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  void reply.header('etag', etag);
  if (!matchesTag(request.headers['if-none-match'], etag)) return false;
  void reply.code(304).send();
  return true;
}
