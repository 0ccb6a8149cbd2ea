import { Module } from '@nestjs/common';

import { TranslatedDocuments } from '../translations/translated-documents.js';
import { BatchController } from './batch.controller.js';
import { BatchService } from './batch.service.js';
import { CvAccess } from './cv-access.js';
import { CvRepresentations } from './cv-representations.js';
import { CvsController } from './cvs.controller.js';
import { CvsService } from './cvs.service.js';

@Module({
  controllers: [CvsController, BatchController],
  providers: [CvsService, BatchService, CvAccess, CvRepresentations, TranslatedDocuments],
  exports: [CvsService, CvAccess, TranslatedDocuments],
})
export class CvsModule {}
