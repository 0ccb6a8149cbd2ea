import { tags } from '@discover/cache';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { REVALIDATED, sendTagged } from '../cvs/send.js';
import { HttpCaching } from '../http-caching/http-caching.js';
import { Answers } from '../openapi/answers.decorator.js';
import { SearchPageView, SearchQuery } from './search.dto.js';
import { SearchService } from './search.service.js';

/** What the answer depends on. */
const PARAMETERS = Object.keys(SearchQuery.shape);

@ApiTags('Search')
@Controller('search')
export class SearchController {
  constructor(
    private readonly searches: SearchService,
    private readonly caching: HttpCaching,
  ) {}

  @Get()
  @AllowAccess(({ query }) => ((query as { scope?: unknown }).scope === 'mine' ? 'cv:read' : 'public'))
  @Answers(
    'Find public profiles, or your own CVs',
    { 200: SearchPageView, 304: null },
    [
      'validation_failed',
      'invalid_cursor',
      'forbidden',
      'unauthenticated',
      'invalid_token',
      'token_expired',
      'token_revoked',
    ],
    'public',
  )
  async search(
    @CurrentCaller() caller: Caller | undefined,
    @Query({ schema: SearchQuery }) query: SearchQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (query.scope === 'mine') {
      const page = await this.searches.mine(caller!.userId, query);
      void reply.header('cache-control', REVALIDATED).send(page);
      return;
    }
    const { body, status } = await this.searches.everywhere(query);
    this.caching.share(reply, { kind: 'search', tags: [tags.publicProfiles()], query: PARAMETERS });
    void reply.header('x-cache-status', status);
    sendTagged(request, reply, { body: body.bytes, etag: body.etag });
  }
}
