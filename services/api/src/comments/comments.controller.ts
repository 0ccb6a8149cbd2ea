import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId } from '../cvs/cvs.dto.js';
import { Answers } from '../openapi/answers.decorator.js';
import { CommentId, CommentPageView, CommentView, CreateCommentRequest, ListCommentsQuery } from './comments.dto.js';
import { CommentsService } from './comments.service.js';

@ApiTags('Shares')
@Controller('cvs/:id/comments')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly access: CvAccess,
  ) {}

  @Post()
  @AllowAccess('cv:write')
  @Answers('Comment on a CV', { 201: CommentView }, ['not_found', 'forbidden', 'validation_failed'])
  async create(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Body({ schema: CreateCommentRequest }) body: CreateCommentRequest,
  ): Promise<CommentView> {
    const { ownerId } = await this.access.require(caller, cvId, 'comment');
    return this.comments.create({ ownerId, cvId }, caller.userId, body);
  }

  @Get()
  @AllowAccess('cv:read')
  @Header('cache-control', 'private, no-cache')
  @Answers('List the comments on a CV, oldest first', { 200: CommentPageView }, [
    'not_found',
    'forbidden',
    'validation_failed',
  ])
  async list(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Query({ schema: ListCommentsQuery }) query: ListCommentsQuery,
  ): Promise<CommentPageView> {
    const { ownerId } = await this.access.require(caller, cvId, 'comment');
    return this.comments.list({ ownerId, cvId }, query);
  }

  @Delete(':commentId')
  @AllowAccess('cv:write')
  @HttpCode(204)
  @Answers('Delete a comment: one’s own, or any on one’s own CV', { 204: null }, [
    'not_found',
    'forbidden',
    'validation_failed',
  ])
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) cvId: string,
    @Param('commentId', { schema: CommentId }) id: string,
  ): Promise<void> {
    const { ownerId } = await this.access.require(caller, cvId, 'comment');
    await this.comments.remove({ ownerId, cvId }, id, caller.userId);
  }
}
