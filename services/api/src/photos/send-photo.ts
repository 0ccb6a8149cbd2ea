import { AppError } from '@discover/contracts';
import { PHOTO_MEDIA_TYPES } from '@discover/cv-render';
import type { CvPhoto } from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { matchesTag } from '../cvs/entity-tags.js';
import { preferredFormat } from './accept.js';
import { cutFor, photoObject } from './cv-photos.js';

/** A photo as the client can best show it; 304 for whoever has it. How it may be kept has been said before. */
export async function sendPhoto(
  storage: ObjectStorage,
  photo: CvPhoto,
  size: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const cut = cutFor(photo, size === undefined ? undefined : Number(size));
  const format = preferredFormat(request.headers.accept);
  void reply.header('etag', `"${photo.hash}-${cut}-${format}"`);
  if (matchesTag(request.headers['if-none-match'], `"${photo.hash}-${cut}-${format}"`)) {
    void reply.code(304).send();
    return;
  }
  const { bucket, key } = photoObject(photo, cut, format);
  const content = await storage.get(bucket, key);
  if (!content) throw noPhoto();
  void reply
    .type(PHOTO_MEDIA_TYPES[format])
    .header('content-length', content.size)
    .header('content-disposition', `inline; filename="photo.${format}"`)
    .send(content.stream);
}

export function noPhoto(): AppError {
  return new AppError('not_found', 'There is no such photo.');
}
