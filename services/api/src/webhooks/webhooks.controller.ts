import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import {
  CreateWebhookRequest,
  DeliveriesQuery,
  DeliveryAcceptedView,
  DeliveryPageView,
  NewWebhookView,
  PatchWebhookRequest,
  WebhookId,
  WebhookListView,
  WebhookView,
} from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('Webhooks')
@Controller('webhooks')
@AllowAccess('cv:write')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Post()
  @Answers('Subscribe an address to events; the secret is shown this once', { 201: NewWebhookView }, [
    'too_many',
    'forbidden_target',
    'validation_failed',
  ])
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateWebhookRequest }) body: CreateWebhookRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewWebhookView> {
    const webhook = await this.webhooks.create(caller.userId, body);
    void reply.header('location', `/api/v1/webhooks/${webhook.id}`).header('cache-control', 'no-store');
    return webhook;
  }

  @Get()
  @AllowAccess('cv:read')
  @Answers('List your webhooks', { 200: WebhookListView }, [])
  async list(@CurrentCaller() caller: Caller): Promise<{ items: WebhookView[] }> {
    return { items: await this.webhooks.list(caller.userId) };
  }

  @Get(':id')
  @AllowAccess('cv:read')
  @Answers('Read a webhook', { 200: WebhookView }, ['not_found', 'validation_failed'])
  async read(@CurrentCaller() caller: Caller, @Param('id', { schema: WebhookId }) id: string): Promise<WebhookView> {
    return this.webhooks.read(caller.userId, id);
  }

  @Patch(':id')
  @Answers('Change, pause or wake up a webhook', { 200: WebhookView }, [
    'not_found',
    'forbidden_target',
    'validation_failed',
  ])
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: WebhookId }) id: string,
    @Body({ schema: PatchWebhookRequest }) body: PatchWebhookRequest,
  ): Promise<WebhookView> {
    return this.webhooks.change(caller.userId, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers('Delete a webhook with its deliveries', { 204: null }, ['not_found', 'validation_failed'])
  async remove(@CurrentCaller() caller: Caller, @Param('id', { schema: WebhookId }) id: string): Promise<void> {
    await this.webhooks.remove(caller.userId, id);
  }

  @Post(':id/test')
  @HttpCode(202)
  @Answers('Send a webhook the event `webhook.test`', { 202: DeliveryAcceptedView }, ['not_found', 'validation_failed'])
  async test(@CurrentCaller() caller: Caller, @Param('id', { schema: WebhookId }) id: string) {
    return { delivery: await this.webhooks.test(caller.userId, id) };
  }

  @Get(':id/deliveries')
  @AllowAccess('cv:read')
  @Answers('What was sent to a webhook in the last 30 days, the latest first', { 200: DeliveryPageView }, [
    'not_found',
    'validation_failed',
  ])
  async deliveries(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: WebhookId }) id: string,
    @Query({ schema: DeliveriesQuery }) query: DeliveriesQuery,
  ): Promise<DeliveryPageView> {
    return this.webhooks.deliveries(caller.userId, id, query);
  }

  @Post(':id/deliveries/:deliveryId/redeliver')
  @HttpCode(202)
  @Answers('Send an event once more, under its old event id', { 202: DeliveryAcceptedView }, [
    'not_found',
    'validation_failed',
  ])
  async redeliver(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: WebhookId }) id: string,
    @Param('deliveryId', { schema: WebhookId }) deliveryId: string,
  ) {
    return { delivery: await this.webhooks.redeliver(caller.userId, id, deliveryId) };
  }
}
