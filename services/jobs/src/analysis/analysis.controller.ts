import { JOBS, type ResultOf } from '@discover/contracts';
import { HandlesJob } from '@discover/queue';
import { TrackPerformance, type Logger } from '@discover/telemetry';
import { Controller, Inject } from '@nestjs/common';

import { LOGGER } from '../tokens.js';
import { FindingsService } from './findings.service.js';
import { PlansService } from './plans.service.js';

@Controller()
export class AnalysisController {
  constructor(
    private readonly plans: PlansService,
    private readonly findings: FindingsService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @HandlesJob(JOBS.analysePerformance)
  @TrackPerformance('performance.analyse')
  async analyse(): Promise<ResultOf<typeof JOBS.analysePerformance>> {
    const result = {
      planned: await this.plans.planSlow(),
      // After the plans, whose advice it tells.
      findings: await this.findings.find(),
      removed: await this.findings.purge(),
    };
    this.logger.info(result, 'performance analysed');
    return result;
  }
}
