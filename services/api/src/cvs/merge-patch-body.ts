import { AppError } from '@discover/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

const MEDIA_TYPE = 'application/merge-patch+json';

/** Documents that a route takes its patch as what it is, or as plain JSON. */
export const TakesMergePatch = (): MethodDecorator => applyDecorators(ApiConsumes('application/json', MEDIA_TYPE));

/** Lets every PATCH have its body as a merge patch (RFC 7396), which is JSON by another name. */
export function acceptMergePatches(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser(MEDIA_TYPE, { parseAs: 'string' }, (request, body, done) => {
    if (request.method === 'PATCH') void parse(request, String(body), done);
    else
      done(new AppError('unsupported_media_type', `\`${MEDIA_TYPE}\` is for PATCH only; send \`application/json\`.`));
  });
}
