import { Module } from '@nestjs/common';

import { RenderAnnouncements } from './render-announcements.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  controllers: [WebhooksController],
  providers: [WebhooksService, RenderAnnouncements],
  exports: [RenderAnnouncements],
})
export class WebhooksModule {}
