import { Health, type Readiness } from '@discover/service-kit';
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess } from '../auth/access.decorator.js';
import { OpenInMaintenance } from '../levers/maintenance.guard.js';

/** For the load balancer in front, which reaches only the public port. */
@ApiExcludeController()
@Controller('health')
@AllowAccess('public')
@OpenInMaintenance()
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @HttpCode(200)
  live(@Res({ passthrough: true }) reply: FastifyReply): { alive: boolean } {
    const alive = this.health.isAlive();
    void reply.code(alive ? 200 : 503).header('cache-control', 'no-store');
    return { alive };
  }

  /** Without reasons: those are for operators, on the management port. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Pick<Readiness, 'ready'>> {
    const { ready } = await this.health.readiness();
    void reply.code(ready ? 200 : 503).header('cache-control', 'no-store');
    return { ready };
  }
}
