import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId } from '../cvs/cvs.dto.js';
import { Answers } from '../openapi/answers.decorator.js';
import {
  ChangeShareRequest,
  CreatedShareView,
  CreateShareRequest,
  ReceivedQuery,
  ReceivedSharesView,
  ShareId,
  SharesView,
  ShareView,
} from './shares.dto.js';
import { SharesService } from './shares.service.js';

@ApiTags('Shares')
@Controller()
export class SharesController {
  constructor(
    private readonly shares: SharesService,
    private readonly access: CvAccess,
  ) {}

  @Post('cvs/:id/shares')
  @AllowAccess('cv:write')
  @Header('cache-control', 'no-store')
  @Answers('Share a CV with a person, or by a link', { 201: CreatedShareView }, [
    'not_found',
    'forbidden',
    'share_exists',
    'too_many',
    'validation_failed',
  ])
  async create(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Body({ schema: CreateShareRequest }) body: CreateShareRequest,
  ): Promise<CreatedShareView> {
    const { ownerId } = await this.access.require(caller, cvId, 'own');
    return this.shares.create(ownerId, cvId, body);
  }

  @Get('cvs/:id/shares')
  @AllowAccess('cv:read')
  @Header('cache-control', 'private, no-cache')
  @Answers('List the shares of a CV, also those that have ended', { 200: SharesView }, [
    'not_found',
    'forbidden',
    'validation_failed',
  ])
  async list(@CurrentCaller() caller: Caller, @Param('id', { schema: CvId }) cvId: string): Promise<SharesView> {
    const { ownerId } = await this.access.require(caller, cvId, 'own');
    return this.shares.list(ownerId, cvId);
  }

  @Get('shares/received')
  @AllowAccess('cv:read')
  @Header('cache-control', 'private, no-cache')
  @Answers('List the CVs that others share with you, newest first', { 200: ReceivedSharesView }, ['validation_failed'])
  async received(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ReceivedQuery }) query: ReceivedQuery,
  ): Promise<ReceivedSharesView> {
    return this.shares.received(caller.userId, query);
  }

  @Patch('shares/:id')
  @AllowAccess('cv:write')
  @Answers('Change a share', { 200: ShareView }, ['not_found', 'validation_failed'])
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: ShareId }) id: string,
    @Body({ schema: ChangeShareRequest }) body: ChangeShareRequest,
  ): Promise<ShareView> {
    return this.shares.change(caller.userId, id, body);
  }

  @Delete('shares/:id')
  @AllowAccess('cv:write')
  @HttpCode(204)
  @Answers('Revoke a share: it counts at once', { 204: null }, ['not_found', 'validation_failed'])
  async revoke(@CurrentCaller() caller: Caller, @Param('id', { schema: ShareId }) id: string): Promise<void> {
    await this.shares.revoke(caller.userId, id);
  }
}
