import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { PerformanceView } from './performance.dto.js';
import { PerformanceService } from './performance.service.js';

@ApiTags('Administration')
@Controller('admin/performance')
@AllowAccess('admin')
export class PerformanceController {
  constructor(private readonly performance: PerformanceService) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers('How the platform is: live figures of all services', { 200: PerformanceView }, ['forbidden'])
  async read(): Promise<PerformanceView> {
    return this.performance.overview();
  }
}
