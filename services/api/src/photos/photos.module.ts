import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { CvPhotos } from './cv-photos.js';
import { PhotosController } from './photos.controller.js';
import { PhotosService } from './photos.service.js';

@Module({
  imports: [CvsModule],
  controllers: [PhotosController],
  providers: [PhotosService, CvPhotos],
  exports: [CvPhotos],
})
export class PhotosModule {}
