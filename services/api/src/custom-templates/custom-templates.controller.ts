import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { clientGone } from '../uploads/client-gone.js';
import {
  CustomTemplateBody,
  CustomTemplateId,
  CustomTemplatesView,
  CustomTemplateView,
  type CustomTemplateSummaryView,
} from './custom-templates.dto.js';
import { CustomTemplatesService } from './custom-templates.service.js';

@ApiTags('Templates')
@Controller('custom-templates')
@AllowAccess('cv:write')
export class CustomTemplatesController {
  constructor(private readonly templates: CustomTemplatesService) {}

  @Post()
  @Answers('Upload a template; what does not compile is refused by its lines', { 201: CustomTemplateView }, [
    'invalid_template',
    'timeout',
    'too_many',
    'validation_failed',
  ])
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CustomTemplateBody }) body: CustomTemplateBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomTemplateView> {
    const template = await this.templates.create(caller, body, clientGone(reply));
    void reply.header('location', `/api/v1/custom-templates/${template.id}`);
    return template;
  }

  @Get()
  @AllowAccess('cv:read')
  @Answers('List your templates, the newest first', { 200: CustomTemplatesView }, [])
  async list(@CurrentCaller() caller: Caller): Promise<{ items: CustomTemplateSummaryView[] }> {
    return { items: await this.templates.list(caller.userId) };
  }

  @Get(':id')
  @AllowAccess('cv:read')
  @Answers('Read a template with its source', { 200: CustomTemplateView }, ['not_found', 'validation_failed'])
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CustomTemplateId }) id: string,
  ): Promise<CustomTemplateView> {
    return this.templates.read(caller.userId, id);
  }

  @Put(':id')
  @Answers('Replace a template; one that does not compile leaves it as it was', { 200: CustomTemplateView }, [
    'not_found',
    'invalid_template',
    'timeout',
    'validation_failed',
  ])
  async replace(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CustomTemplateId }) id: string,
    @Body({ schema: CustomTemplateBody }) body: CustomTemplateBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomTemplateView> {
    return this.templates.replace(caller, id, body, clientGone(reply));
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers('Delete a template; what was rendered by it stays', { 204: null }, ['not_found', 'validation_failed'])
  async remove(@CurrentCaller() caller: Caller, @Param('id', { schema: CustomTemplateId }) id: string): Promise<void> {
    await this.templates.remove(caller.userId, id);
  }
}
