import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId } from '../cvs/cvs.dto.js';
import { Answers } from '../openapi/answers.decorator.js';
import { PublicationView, PutPublicationRequest } from './publications.dto.js';
import { PublicationsService } from './publications.service.js';

@ApiTags('Publications')
@Controller('cvs/:id/publication')
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly access: CvAccess,
  ) {}

  @Put()
  @AllowAccess('cv:write')
  @Answers('Publish a CV as a profile, or change how it is published', { 200: PublicationView }, [
    'not_found',
    'forbidden',
    'slug_taken',
    'unknown_template',
    'validation_failed',
  ])
  async put(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Body({ schema: PutPublicationRequest }) body: PutPublicationRequest,
  ): Promise<PublicationView> {
    const { ownerId } = await this.access.require(caller, cvId, 'own');
    return this.publications.put(ownerId, cvId, body);
  }

  @Get()
  @AllowAccess('cv:read')
  @Header('cache-control', 'private, no-cache')
  @Answers('How a CV is published', { 200: PublicationView }, ['not_found', 'forbidden', 'validation_failed'])
  async read(@CurrentCaller() caller: Caller, @Param('id', { schema: CvId }) cvId: string): Promise<PublicationView> {
    const { ownerId } = await this.access.require(caller, cvId, 'own');
    return this.publications.read(ownerId, cvId);
  }

  @Delete()
  @AllowAccess('cv:write')
  @HttpCode(204)
  @Answers('Unpublish a CV; its addresses are free again', { 204: null }, [
    'not_found',
    'forbidden',
    'validation_failed',
  ])
  async remove(@CurrentCaller() caller: Caller, @Param('id', { schema: CvId }) cvId: string): Promise<void> {
    const { ownerId } = await this.access.require(caller, cvId, 'own');
    await this.publications.remove(ownerId, cvId);
  }
}
