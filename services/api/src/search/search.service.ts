import { createHash } from 'node:crypto';

import { Cache, keys, policies, tags, type CacheStatus } from '@discover/cache';
import type { Hit, SearchIndex, SearchPage, SearchRequest } from '@discover/database';
import { Inject, Injectable } from '@nestjs/common';

import type { ApiConfig } from '../config.js';
import { PublicBody } from '../publications/public-body.js';
import { API_CONFIG, SEARCH_INDEX } from '../tokens.js';
import { highlightHtml } from './highlights.js';
import type { SearchHitView, SearchPageView, SearchQuery } from './search.dto.js';

/** Finds CVs: public profiles for everybody, and a person's own. */
@Injectable()
export class SearchService {
  private readonly publicUrl: string;

  constructor(
    private readonly cache: Cache,
    @Inject(SEARCH_INDEX) private readonly index: SearchIndex,
    @Inject(API_CONFIG) config: ApiConfig,
  ) {
    this.publicUrl = config.http.publicUrl;
  }

  /** What everybody is answered is kept until any public profile changes. @throws AppError `invalid_cursor` */
  async everywhere(query: SearchQuery): Promise<{ body: PublicBody; status: CacheStatus }> {
    const request = requestOf(query, null);
    const key = keys.search(null, createHash('sha256').update(JSON.stringify(request)).digest('base64url'));
    const { value, status } = await this.cache.lookup(
      policies.search,
      key,
      async () => PublicBody.of(JSON.stringify(this.view(await this.index.search(request)))).stored,
      [tags.publicProfiles()],
    );
    return { body: PublicBody.fromStored(value!), status };
  }

  /** @throws AppError `invalid_cursor` */
  async mine(userId: string, query: SearchQuery): Promise<SearchPageView> {
    return this.view(await this.index.search(requestOf(query, userId)));
  }

  private view({ items, overview, next }: SearchPage): SearchPageView {
    return {
      items: items.map((hit) => this.hitView(hit)),
      total: overview?.total ?? null,
      facets: overview?.facets ?? null,
      didYouMean: overview?.didYouMean ?? null,
      corrected: overview?.corrected ?? false,
      nextCursor: next,
    };
  }

  private hitView({ cvId, slug, updatedAt, excerpts, ...shown }: Hit): SearchHitView {
    return {
      ...(slug === undefined ? { id: cvId } : { slug, url: `${this.publicUrl}/u/${slug}` }),
      ...shown,
      updatedAt: updatedAt.toISOString(),
      highlights: excerpts.map(highlightHtml),
    };
  }
}

/** Small letters: what finds the same is the same question. */
function requestOf(query: SearchQuery, userId: string | null): SearchRequest {
  const { q, skill, place, employer, language, cursor = null, limit } = query;
  const filters = Object.entries({ skill, place, employer, language }).filter(([, value]) => value !== undefined);
  const words = q.toLowerCase().replace(/\s+/g, ' ');
  return { userId, words, filters: Object.fromEntries(filters), cursor, limit };
}
