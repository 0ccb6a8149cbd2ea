import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({ imports: [CvsModule], controllers: [VersionsController], providers: [VersionsService] })
export class VersionsModule {}
