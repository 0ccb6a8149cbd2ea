import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { PublicationsModule } from '../publications/publications.module.js';
import { CacheWarmer } from './cache-warmer.js';

@Module({ imports: [CvsModule, PublicationsModule], providers: [CacheWarmer] })
export class CachingModule {}
