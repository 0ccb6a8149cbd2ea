import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { CvAccess } from '../cvs/cv-access.js';
import { CvId } from '../cvs/cvs.dto.js';
import { Answers } from '../openapi/answers.decorator.js';
import { CvAnalyticsView, DaysQuery, KpisView } from './analytics.dto.js';
import { AnalyticsService } from './analytics.service.js';

@ApiTags('Analytics')
@Controller()
export class AnalyticsController {
  constructor(
    private readonly analytics: AnalyticsService,
    private readonly access: CvAccess,
  ) {}

  @Get('cvs/:id/analytics')
  @AllowAccess('cv:read')
  @Header('cache-control', 'private, no-cache')
  @Answers('How often a CV was looked at, by day', { 200: CvAnalyticsView }, [
    'not_found',
    'forbidden',
    'validation_failed',
  ])
  async ofCv(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CvId }) id: string,
    @Query({ schema: DaysQuery }) query: DaysQuery,
  ): Promise<CvAnalyticsView> {
    const { ownerId } = await this.access.require(caller, id, 'own');
    return this.analytics.ofCv(ownerId, id, query);
  }

  @Get('admin/kpis')
  @ApiTags('Administration')
  @AllowAccess('admin')
  @Header('cache-control', 'private, no-cache')
  @Answers('How the platform is used, by day', { 200: KpisView }, ['forbidden', 'validation_failed'])
  async kpis(@CurrentCaller() caller: Caller, @Query({ schema: DaysQuery }) query: DaysQuery): Promise<KpisView> {
    return this.analytics.kpis(caller.userId, query);
  }
}
