import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { CvBody } from './cv-body.js';
import { matchesTag } from './entity-tags.js';

/** Kept by whoever asked, and asked about each time. */
export const REVALIDATED = 'private, no-cache';
/** Never changes under its address. */
export const IMMUTABLE = 'private, max-age=31536000, immutable';

export const IfMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The `ETag` that you read: 412 if it was changed since.',
  });

export const IfNoneMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The `ETag` that you have: 304 if it is still the same.',
  });

export interface Tagged {
  /** JSON that is there already, unless another `mediaType` is named. */
  body: string | Buffer;
  etag: string;
  /** Unless it has been said. */
  cacheControl?: string;
  mediaType?: string;
}

/** The body with its tag; 304 for whoever has it. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, content: Tagged): void {
  describe(reply, content);
  if (matchesTag(request.headers['if-none-match'], content.etag)) void reply.code(304).send();
  else send(reply, content);
}

/** A CV that was just written. */
export function sendCv(reply: FastifyReply, cv: CvBody): void {
  const content = { body: cv.bytes, etag: cv.etag, cacheControl: REVALIDATED };
  describe(reply, content);
  send(reply, content);
}

function describe(reply: FastifyReply, { etag, cacheControl }: Tagged): void {
  void reply.header('etag', etag);
  if (cacheControl !== undefined) void reply.header('cache-control', cacheControl);
}

function send(reply: FastifyReply, { body, mediaType }: Tagged): void {
  void reply.type(mediaType ?? 'application/json; charset=utf-8').send(body);
}
