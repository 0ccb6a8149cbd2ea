import { Module } from '@nestjs/common';

import { RendersModule } from '../renders/renders.module.js';
import { CustomTemplatesController } from './custom-templates.controller.js';
import { CustomTemplatesService } from './custom-templates.service.js';

@Module({
  imports: [RendersModule],
  controllers: [CustomTemplatesController],
  providers: [CustomTemplatesService],
})
export class CustomTemplatesModule {}
