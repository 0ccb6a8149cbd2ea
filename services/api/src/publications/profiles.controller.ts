import { tags } from '@discover/cache';
import { AppError } from '@discover/contracts';
import type { ObjectStorage } from '@discover/object-storage';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ViewRecorder } from '../analytics/view-recorder.js';
import { AllowAccess } from '../auth/access.decorator.js';
import type { ApiConfig } from '../config.js';
import { matchesTag } from '../cvs/entity-tags.js';
import { HttpCaching, type SharedAnswer } from '../http-caching/http-caching.js';
import { Answers } from '../openapi/answers.decorator.js';
import { PublicPhotoQuery } from '../photos/photos.dto.js';
import { sendPhoto } from '../photos/send-photo.js';
import { sendContent } from '../renders/send-content.js';
import { API_CONFIG, OBJECT_STORAGE } from '../tokens.js';
import { clientGone } from '../uploads/client-gone.js';
import { NO_PAGE, pagePolicy } from './page.js';
import { ProfilesService, type Profile } from './profiles.service.js';
import { PublicProfileView } from './publications.dto.js';

/** Profiles as data. */
@ApiTags('Publications')
@Controller('public/:slug')
@AllowAccess('public')
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly views: ViewRecorder,
    private readonly caching: HttpCaching,
  ) {}

  @Get()
  @Answers('Read a profile', { 200: PublicProfileView, 304: null, 308: null }, ['not_found'], 'public')
  async read(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const profile = await this.profiles.find(slug);
    this.caching.share(reply, cacheableAs(profile));
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
    private readonly caching: HttpCaching,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    @Inject(API_CONFIG) { http }: ApiConfig,
  ) {
    this.origin = new URL(http.publicUrl).origin;
  }

  @Get()
  async page(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('content-security-policy', pagePolicy(this.origin));
    try {
      const profile = await this.profiles.find(slug);
      this.caching.share(reply, cacheableAs(profile));
      if (describe(reply, profile, slug, (present) => `/u/${present}`)) return;
      const { etag, bytes } = await this.profiles.page(profile, clientGone(reply));
      this.views.record(profile, 'page', request);
      if (isKnown(request, reply, etag)) return;
      void reply.type('text/html; charset=utf-8').send(bytes);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      void reply.code(404).type('text/html; charset=utf-8').send(NO_PAGE);
    }
  }

  @Get('og.png')
  async picture(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const profile = await this.profiles.find(slug);
    this.caching.share(reply, cacheableAs(profile));
    if (describe(reply, profile, slug, (present) => `/u/${present}/og.png`)) return;
    const { etag, content } = await this.profiles.picture(profile, clientGone(reply));
    if (isKnown(request, reply, etag)) return;
    // Shown by other sites, in their previews of links.
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    sendContent(reply, await content(), 'og.png');
  }

  /** As long in caches as the profile, though it never changes: it can be masked, and the profile made private. */
  @Get('photo')
  async photo(
    @Param('slug') slug: string,
    @Query({ schema: PublicPhotoQuery }) { size }: PublicPhotoQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const profile = await this.profiles.find(slug);
    this.caching.share(reply, { ...cacheableAs(profile), vary: 'Accept', query: ['size', 'v'] });
    if (describe(reply, profile, slug, (present) => `/u/${present}/photo${size ? `?size=${size}` : ''}`)) return;
    const photo = await this.profiles.photo(profile);
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    await sendPhoto(this.storage, photo, size, request, reply);
  }
}

/** The same for everybody, and gone with the CV's next change. */
function cacheableAs({ ownerId, cvId }: Profile): SharedAnswer {
  return { kind: 'profile', tags: [tags.cv(ownerId, cvId), tags.publicProfiles()] };
}

/** Says how it may be listed. True if it was asked for by an old slug, and sent on to the present one. */
function describe(reply: FastifyReply, profile: Profile, slug: string, addressOf: (slug: string) => string): boolean {
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
