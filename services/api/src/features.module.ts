import { Module } from '@nestjs/common';

import { AuthModule } from './auth/auth.module.js';
import { CvsModule } from './cvs/cvs.module.js';
import { HealthController } from './health/health.controller.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { ParseModule } from './parse/parse.module.js';
import { QueuesController } from './queues/queues.controller.js';
import { RendersModule } from './renders/renders.module.js';
import { TemplatesController } from './templates/templates.controller.js';

/** Everything that the API does. What it needs of the outside is injected: see `app.module.ts`. */
@Module({
  imports: [AuthModule, CvsModule, ImportsModule, JobsModule, ParseModule, RendersModule],
  controllers: [HealthController, QueuesController, TemplatesController],
})
export class FeaturesModule {}
