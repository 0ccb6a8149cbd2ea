import { AppError } from '@discover/contracts';
import { Database, findReport, listReports, type ReportRecord } from '@discover/database';
import { contentDisposition, type ObjectStorage } from '@discover/object-storage';
import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { text } from 'node:stream/consumers';

import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { OBJECT_STORAGE } from '../tokens.js';
import { ReportId, ReportQuery, ReportsQuery, ReportsView } from './background-jobs.dto.js';
import { daysAsCsv } from './report-csv.js';

/** Reports that the platform writes for those who run it. */
@ApiTags('Administration')
@Controller('admin/reports')
@AllowAccess('admin')
export class ReportsController {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers('List reports, the latest first', { 200: ReportsView }, ['forbidden', 'validation_failed'])
  async list(@Query({ schema: ReportsQuery }) { limit, cursor }: ReportsQuery): Promise<ReportsView> {
    const rows = await this.database.readPrimary('reports', (handle) =>
      listReports(handle, { before: cursor ?? null, limit: limit + 1 }),
    );
    const items = rows.slice(0, limit).map(viewOf);
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
  }

  @Get(':id')
  @Answers(
    'Download a report',
    {
      200: {
        content: ['application/json', 'text/csv'],
        description: 'Figures of the week and of the one before, by day, and how jobs fared; as CSV the days alone.',
      },
    },
    ['forbidden', 'not_found', 'validation_failed'],
  )
  async download(
    @Param('id', { schema: ReportId }) id: string,
    @Query({ schema: ReportQuery }) { format }: ReportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.database.readPrimary('reports', (handle) => findReport(handle, id));
    const object = report && (await this.storage.get('exports', report.key));
    if (!object) throw new AppError('not_found', 'There is no such report (any more).');
    const json = await text(object.stream);
    void reply
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', contentDisposition(`${report.kind}-${report.firstDay}.${format}`))
      .header('cache-control', 'private, no-store')
      .send(format === 'csv' ? daysAsCsv(json) : json);
  }
}

function viewOf({ id, kind, firstDay, lastDay, size, createdAt }: ReportRecord): ReportsView['items'][number] {
  return { id, kind, firstDay, lastDay, size, createdAt: createdAt.toISOString() };
}
