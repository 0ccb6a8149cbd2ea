import { Module } from '@nestjs/common';

import { AnalyticsModule } from '../analytics/analytics.module.js';
import { CvsModule } from '../cvs/cvs.module.js';
import { PhotosModule } from '../photos/photos.module.js';
import { RendersModule } from '../renders/renders.module.js';
import { ProfilePagesController, ProfilesController } from './profiles.controller.js';
import { ProfilesService } from './profiles.service.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsService } from './publications.service.js';

@Module({
  imports: [CvsModule, PhotosModule, RendersModule, AnalyticsModule],
  controllers: [PublicationsController, ProfilesController, ProfilePagesController],
  providers: [PublicationsService, ProfilesService],
  exports: [ProfilesService],
})
export class PublicationsModule {}
