import { Module } from '@nestjs/common';

import { CvAccess } from './cv-access.js';
import { CvsController } from './cvs.controller.js';
import { CvsService } from './cvs.service.js';

@Module({ controllers: [CvsController], providers: [CvsService, CvAccess], exports: [CvsService, CvAccess] })
export class CvsModule {}
