import { Module } from '@nestjs/common';

import { AuthModule } from '../auth/auth.module.js';
import { LimitsModule } from '../limits/limits.module.js';
import { TranslatedDocuments } from '../translations/translated-documents.js';
import { BatchController } from './batch.controller.js';
import { BatchService } from './batch.service.js';
import { CvAccess } from './cv-access.js';
import { CvRepresentations } from './cv-representations.js';
import { CvsController } from './cvs.controller.js';
import { CvsInMemory } from './cvs-in-memory.js';
import { CvsService } from './cvs.service.js';

@Module({
  imports: [AuthModule, LimitsModule],
  controllers: [CvsController, BatchController],
  providers: [CvsService, CvsInMemory, BatchService, CvAccess, CvRepresentations, TranslatedDocuments],
  exports: [CvsService, CvAccess, TranslatedDocuments],
})
export class CvsModule {}
