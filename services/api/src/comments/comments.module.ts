import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';

@Module({ imports: [CvsModule], controllers: [CommentsController], providers: [CommentsService] })
export class CommentsModule {}
