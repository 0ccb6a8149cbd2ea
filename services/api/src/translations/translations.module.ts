import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { TranslationsController } from './translations.controller.js';
import { TranslationsService } from './translations.service.js';

@Module({ imports: [CvsModule], controllers: [TranslationsController], providers: [TranslationsService] })
export class TranslationsModule {}
