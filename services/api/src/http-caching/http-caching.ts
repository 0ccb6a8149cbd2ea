import type { CacheTag } from '@discover/cache';
import { Levers } from '@discover/queue';
import { Global, Injectable, Module } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { edgeTag } from './edge-tags.js';
import { lifeHeaders, SHARED, type SharedKind } from './shared.js';

/** Headers that only an answer which may be kept for everybody has. */
const OF_EDGES = ['cdn-cache-control', 'surrogate-key', 'cache-tag', 'no-vary-search'];

export interface SharedAnswer {
  kind: SharedKind;
  /** What it is made of, as the cache knows it: an edge can be told to forget all that bears one of these. */
  tags: readonly CacheTag[];
  /** The header that it depends on beside its address; encodings unless told. */
  vary?: 'Accept-Encoding' | 'Accept';
  /** Query parameters that it depends on; whatever else stands in the query is no other answer. */
  query?: readonly string[];
}

/** What others may keep of our answers, in one place. */
@Injectable()
export class HttpCaching {
  constructor(private readonly levers: Levers) {}

  /** Lets everybody keep this answer, which must be the same for everybody. */
  share(reply: FastifyReply, { kind, tags, vary = 'Accept-Encoding', query = [] }: SharedAnswer): void {
    const { edgeCaching } = this.levers.current;
    void reply
      .headers(lifeHeaders(SHARED[kind], edgeCaching))
      .header('vary', varyOf(reply, vary))
      // What of the query belongs to the key of a cache: marks of campaigns do not.
      .header('no-vary-search', noVarySearch(query));
    if (!edgeCaching || tags.length === 0) return;
    const names = tags.map(edgeTag);
    void reply.header('surrogate-key', names.join(' ')).header('cache-tag', names.join(','));
  }
}

/** Not by who asks. With origins that are named one by one, CORS answers each of them differently. */
function varyOf(reply: FastifyReply, vary: string): string {
  const byOrigin = /\bOrigin\b/i.test(String(reply.getHeader('vary') ?? ''));
  return byOrigin ? `${vary}, Origin` : vary;
}

function noVarySearch(query: readonly string[]): string {
  if (query.length === 0) return 'params';
  return `key-order, params, except=(${query.map((name) => `"${name}"`).join(' ')})`;
}

/**
 * Whatever a route says, or forgets to say: an error is kept by nobody, and an answer to a read that says nothing is whoever
 * asked's own, to be asked about each time.
 */
export function stateCacheability(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode >= 400) {
      for (const name of OF_EDGES) reply.removeHeader(name);
      void reply.header('cache-control', 'no-store');
    } else if (!reply.hasHeader('cache-control') && (request.method === 'GET' || request.method === 'HEAD')) {
      void reply.header('cache-control', 'private, no-cache');
    }
    done(null, payload);
  });
}

@Global()
@Module({ providers: [HttpCaching], exports: [HttpCaching] })
export class HttpCachingModule {}
