import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { ApiKeyId, ApiKeysView, CreateApiKeyRequest, NewApiKeyView } from './api-keys.dto.js';
import { ApiKeysService } from './api-keys.service.js';

/** Only for whoever is logged in: a key that leaked must not be able to make others, or to end them. */
@ApiTags('API keys')
@Controller('api-keys')
@AllowAccess('session')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Post()
  @Answers('Create an API key; it is shown this once', { 201: NewApiKeyView }, [
    'forbidden',
    'too_many',
    'validation_failed',
  ])
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateApiKeyRequest }) body: CreateApiKeyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewApiKeyView> {
    const created = await this.apiKeys.create(caller, body);
    void reply.header('cache-control', 'no-store');
    return created;
  }

  @Get()
  @Answers('List your API keys, newest first', { 200: ApiKeysView }, ['forbidden'])
  async list(@CurrentCaller() caller: Caller): Promise<ApiKeysView> {
    return { items: await this.apiKeys.list(caller.userId) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers('Revoke an API key; it ends at once', { 204: null }, ['forbidden', 'not_found', 'validation_failed'])
  async revoke(@CurrentCaller() caller: Caller, @Param('id', { schema: ApiKeyId }) id: string): Promise<void> {
    await this.apiKeys.revoke(caller.userId, id);
  }
}
