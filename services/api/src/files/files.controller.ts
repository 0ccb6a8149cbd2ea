import { AppError } from '@discover/contracts';
import { contentDisposition, FolderStorage, type ObjectContent, type ObjectStorage } from '@discover/object-storage';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { OBJECT_STORAGE } from '../tokens.js';

/** Serves the links that the folder adapter presigns. Where files are in S3, that serves its own. */
@ApiTags('Files')
@Controller('files')
@AllowAccess('public')
export class FilesController {
  constructor(@Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage) {}

  @Get(':token')
  @ApiParam({ name: 'token', description: 'Signed: what may be read, and until when.' })
  @Answers(
    'Read a file by a presigned link',
    { 200: { content: ['application/octet-stream'], description: 'The file.' } },
    ['not_found'],
    'public',
  )
  async read(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const { content, download } = await this.open(token);
    void reply
      .type(content.contentType)
      .header('content-length', content.size)
      .header('content-disposition', contentDisposition(download))
      .header('cache-control', 'private, no-store')
      // Whatever somebody has uploaded: it runs nothing, and asks nobody.
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .send(content.stream);
  }

  private async open(token: string): Promise<{ content: ObjectContent; download: string | undefined }> {
    const grant = this.storage instanceof FolderStorage ? await this.storage.verify(token) : null;
    const content = grant && (await this.storage.get(grant.bucket, grant.key));
    if (!content) throw new AppError('not_found', 'This link has expired, or is none. Ask for another one.');
    return { content, download: grant.download };
  }
}
