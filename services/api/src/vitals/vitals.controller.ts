import { metrics } from '@discover/telemetry';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { isRobot } from '../analytics/visitors.js';
import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { TAKES_FILES } from '../uploads/upload.js';
import { readBeacon } from './beacon.js';
import { WebVitalsBody } from './vitals.dto.js';
import { VitalsService } from './vitals.service.js';

const { $schema: _, ...schema } = z.toJSONSchema(WebVitalsBody, { io: 'input' });
const BODY = schema as object;

@ApiTags('Performance')
@Controller('performance/web-vitals')
@AllowAccess('public')
export class VitalsController {
  constructor(private readonly vitals: VitalsService) {}

  @Post()
  @HttpCode(204)
  @RouteConfig(TAKES_FILES)
  @ApiConsumes('application/json', 'text/plain')
  @ApiBody({ schema: BODY })
  @Answers('Tell how fast a page was', { 204: null }, ['validation_failed'], 'public')
  async record(@Req() request: FastifyRequest): Promise<void> {
    const body = await readBeacon(request);
    if (isRobot(request.headers['user-agent'] ?? ''))
      metrics.webVitalsDropped.inc({ reason: 'robot' }, body.values.length);
    else this.vitals.record(body);
  }
}
