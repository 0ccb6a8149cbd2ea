import { Module } from '@nestjs/common';
import type { Redis } from 'ioredis';

import { AnalyticsModule } from '../analytics/analytics.module.js';
import { CvsModule } from '../cvs/cvs.module.js';
import { PhotosModule } from '../photos/photos.module.js';
import { RendersModule } from '../renders/renders.module.js';
import { CACHE_REDIS } from '../tokens.js';
import { LinkPasswords } from './link-passwords.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { SharesController } from './shares.controller.js';
import { SharesService } from './shares.service.js';

@Module({
  imports: [CvsModule, PhotosModule, RendersModule, AnalyticsModule],
  controllers: [SharesController, LinksController],
  providers: [
    SharesService,
    LinksService,
    { provide: LinkPasswords, inject: [CACHE_REDIS], useFactory: (redis: Redis) => new LinkPasswords(redis) },
  ],
})
export class SharesModule {}
