import { Module } from '@nestjs/common';

import { AnalyticsModule } from './analytics/analytics.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BackgroundJobsModule } from './background-jobs/background-jobs.module.js';
import { CachingModule } from './caching/caching.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { CustomTemplatesModule } from './custom-templates/custom-templates.module.js';
import { CvsModule } from './cvs/cvs.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FilesController } from './files/files.controller.js';
import { HttpCachingModule } from './http-caching/http-caching.js';
import { HealthController } from './health/health.controller.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LeversModule } from './levers/levers.module.js';
import { ParseModule } from './parse/parse.module.js';
import { PhotosModule } from './photos/photos.module.js';
import { PerformanceModule } from './performance/performance.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { QueriesController } from './queries/queries.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { RetriesService } from './queues/retries.service.js';
import { RendersModule } from './renders/renders.module.js';
import { SharesModule } from './shares/shares.module.js';
import { TemplatesController } from './templates/templates.controller.js';
import { TranslationsModule } from './translations/translations.module.js';
import { VersionsModule } from './versions/versions.module.js';
import { VitalsModule } from './vitals/vitals.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** Everything that the API does. What it needs of the outside is injected: see `app.module.ts`. */
@Module({
  imports: [
    AnalyticsModule,
    AuthModule,
    BackgroundJobsModule,
    CachingModule,
    CommentsModule,
    CustomTemplatesModule,
    CvsModule,
    ExportsModule,
    HttpCachingModule,
    ImportsModule,
    JobsModule,
    LeversModule,
    ParseModule,
    PhotosModule,
    PerformanceModule,
    PublicationsModule,
    RendersModule,
    SharesModule,
    WebhooksModule,
    TranslationsModule,
    VersionsModule,
    VitalsModule,
  ],
  controllers: [FilesController, HealthController, QueriesController, QueuesController, TemplatesController],
  providers: [RetriesService],
})
export class FeaturesModule {}
