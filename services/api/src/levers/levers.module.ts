import { Module } from '@nestjs/common';

import { LeversController } from './levers.controller.js';
import { LeversService } from './levers.service.js';

@Module({ controllers: [LeversController], providers: [LeversService] })
export class LeversModule {}
