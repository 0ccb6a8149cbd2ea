import type { ErrorCode } from '@discover/contracts';
import type { ObjectStorage } from '@discover/object-storage';
import { Controller, Delete, Get, HttpCode, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId } from '../cvs/cvs.dto.js';
import { IfMatch, IfNoneMatch, IMMUTABLE, REVALIDATED } from '../cvs/send.js';
import { Answers } from '../openapi/answers.decorator.js';
import { OBJECT_STORAGE } from '../tokens.js';
import { clientGone } from '../uploads/client-gone.js';
import { FILE_MEDIA_TYPES } from '../uploads/file-body.js';
import { readUpload, TAKES_FILES } from '../uploads/upload.js';
import { PHOTO, PHOTO_BODY, PhotoQuery, PhotoView } from './photos.dto.js';
import { PhotosService } from './photos.service.js';
import { sendPhoto } from './send-photo.js';

const PICTURE_CODES: ErrorCode[] = [
  'bad_request',
  'too_large',
  'unsupported_media_type',
  'empty_document',
  'corrupt_picture',
  'picture_too_large',
  'picture_too_small',
  'timeout',
];

@ApiTags('CVs')
@Controller('cvs/:id/photo')
@AllowAccess('cv:write')
export class PhotosController {
  constructor(
    private readonly photos: PhotosService,
    private readonly access: CvAccess,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  @Put()
  @IfMatch()
  @RouteConfig(TAKES_FILES)
  @ApiConsumes(...FILE_MEDIA_TYPES)
  @ApiBody({ schema: PHOTO_BODY })
  @Answers('Give a CV a photo', { 200: PhotoView }, [
    'not_found',
    'forbidden',
    'precondition_failed',
    'validation_failed',
    ...PICTURE_CODES,
  ])
  async put(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, cvId, 'edit');
    const target = { ownerId, cvId, ifMatch: request.headers['if-match'] };
    void reply.send(await this.photos.put(caller, target, await readUpload(request), clientGone(reply)));
  }

  @Get()
  @AllowAccess('cv:read')
  @IfNoneMatch()
  @Answers('The photo of a CV', { 200: PHOTO, 304: null }, ['not_found', 'validation_failed'])
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Query({ schema: PhotoQuery }) { size, v }: PhotoQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, cvId, 'view');
    const photo = await this.photos.find(ownerId, cvId, v);
    void reply
      .header('vary', 'Accept, Authorization, X-Api-Key')
      .header('cache-control', v === undefined ? REVALIDATED : IMMUTABLE);
    await sendPhoto(this.storage, photo, size, request, reply);
  }

  @Delete()
  @HttpCode(204)
  @IfMatch()
  @Answers('Remove the photo of a CV, and those of its earlier versions', { 204: null }, [
    'not_found',
    'forbidden',
    'precondition_failed',
    'validation_failed',
  ])
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, cvId, 'edit');
    await this.photos.remove({ ownerId, cvId, ifMatch: request.headers['if-match'] });
  }
}
