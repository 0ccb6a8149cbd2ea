import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { PhotosModule } from '../photos/photos.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { Designs } from './designs.js';
import { RenderJobs } from './render-jobs.js';
import { RendersController } from './renders.controller.js';
import { RendersService } from './renders.service.js';

@Module({
  imports: [CvsModule, PhotosModule, WebhooksModule],
  controllers: [RendersController],
  providers: [RendersService, RenderJobs, Designs],
  exports: [RendersService, RenderJobs],
})
export class RendersModule {}
