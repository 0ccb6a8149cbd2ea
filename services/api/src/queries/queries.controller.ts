import { Database, findFindings, findQueryStatistics, findRegressions, findSlowQueries } from '@discover/database';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { QueriesQuery, QueriesView } from './queries.dto.js';

/** For operators: how the database's statements fare. Their values are people's data, and nobody keeps them. */
@ApiTags('Administration')
@Controller('admin/queries')
@AllowAccess('admin')
export class QueriesController {
  constructor(private readonly database: Database) {}

  @Get()
  @Header('cache-control', 'private, no-cache')
  @Answers('Statistics of database statements, slow ones with plan and advice, regressions', { 200: QueriesView }, [
    'forbidden',
    'validation_failed',
  ])
  async queries(
    @CurrentCaller() caller: Caller,
    @Query({ schema: QueriesQuery }) { hours, limit }: QueriesQuery,
  ): Promise<QueriesView> {
    return this.database.read(caller.userId, async (handle) => {
      const statistics = await findQueryStatistics(handle, { hours, limit });
      const slow = await findSlowQueries(handle, { limit });
      const findings = await findFindings(handle);
      return {
        statistics,
        slow: slow.map((query) => ({
          ...query,
          lastAt: query.lastAt.toISOString(),
          plannedAt: query.plannedAt?.toISOString() ?? null,
        })),
        regressions: await findRegressions(handle),
        findings: findings.map((finding) => ({
          ...finding,
          firstAt: finding.firstAt.toISOString(),
          lastAt: finding.lastAt.toISOString(),
        })),
      };
    });
  }
}
