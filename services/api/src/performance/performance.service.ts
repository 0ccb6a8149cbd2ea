import { rateVital, WEB_VITALS } from '@discover/contracts';
import {
  Database,
  findQueryStatistics,
  findRegressions,
  findSlowQueries,
  readDatabaseHealth,
  summariseWebVitals,
  type Handle,
} from '@discover/database';
import { FigureBoard } from '@discover/figures';
import { JobProducer, Levers, QueueControl } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { BackgroundJobsService } from '../background-jobs/background-jobs.service.js';
import type { ApiConfig } from '../config.js';
import { API_CONFIG, LOGGER } from '../tokens.js';
import { firingAlerts, type PrometheusAlert } from './alertmanager.js';
import { ownAlerts } from './alerts.js';
import { liveFigures } from './live-figures.js';
import { Part, type PartValue } from './part.js';
import type { PerformanceView } from './performance.dto.js';
import { recommendationsFor } from './recommendations.js';
import type { Situation } from './situation.js';

/** What comes out of memory is read again after this, and what the database must be asked for after that, in milliseconds. */
const LIVE_MS = 1_000;
const DATABASE_MS = 15_000;
/** What changes over hours. */
const SLOW_MS = 60_000;
/** Nobody who asks waits for longer for a part, in milliseconds: the answer is there within 200 ms. */
const PATIENCE_MS = 120;

const VITAL_HOURS = 24;
const STATEMENT_HOURS = 24;
const SLOW_QUERIES = 20;

/** How the platform is, all services together: from what each process tells of itself, the queues, and the database. */
@Injectable()
export class PerformanceService {
  private readonly parts: {
    figures: Part<ReturnType<typeof liveFigures>>;
    queues: Part<NonNullable<Situation['queues']>>;
    schedules: Part<NonNullable<Situation['schedules']>>;
    slowQueries: Part<NonNullable<Situation['slowQueries']>>;
    regressions: Part<NonNullable<Situation['regressions']>>;
    statements: Part<NonNullable<Situation['statements']>>;
    health: Part<NonNullable<Situation['health']>>;
    vitals: Part<NonNullable<Situation['vitals']>>;
    alertmanager: Part<readonly PrometheusAlert[]>;
  };

  constructor(
    private readonly database: Database,
    producer: JobProducer,
    private readonly levers: Levers,
    queues: QueueControl,
    jobs: BackgroundJobsService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { alertmanagerUrl } = config.performance;
    this.parts = {
      figures: this.part('figures', LIVE_MS, async () => {
        const board = new FigureBoard({ redis: producer.client, prefix: producer.prefix });
        return liveFigures(await producer.reach(() => board.read()));
      }),
      queues: this.part('queues', LIVE_MS, () => queues.list()),
      schedules: this.part('schedules', DATABASE_MS, () => jobs.schedules()),
      slowQueries: this.read('slowQueries', SLOW_MS, (handle) => findSlowQueries(handle, { limit: SLOW_QUERIES })),
      regressions: this.read('regressions', SLOW_MS, (handle) => findRegressions(handle)),
      statements: this.read('statements', SLOW_MS, (handle) => findQueryStatistics(handle, { hours: STATEMENT_HOURS })),
      health: this.read('health', DATABASE_MS, readDatabaseHealth),
      vitals: this.read('vitals', DATABASE_MS, (handle) => summariseWebVitals(handle, VITAL_HOURS)),
      alertmanager: this.part('alertmanager', DATABASE_MS, async () =>
        alertmanagerUrl === 'none' ? [] : firingAlerts(alertmanagerUrl),
      ),
    };
  }

  /** Within 200 ms: what is slower is as it was last, or is not there yet. */
  async overview(): Promise<PerformanceView> {
    const { figures, queues, schedules, slowQueries, regressions, statements, health, vitals, alertmanager } =
      await this.readParts();
    const live = figures.value ?? liveFigures([]);
    const situation: Situation = {
      live,
      queues: queues.value,
      schedules: schedules.value,
      slowQueries: slowQueries.value,
      regressions: regressions.value,
      statements: statements.value,
      health: health.value,
      vitals: vitals.value,
      levers: this.levers.current,
    };
    const all = { figures, queues, schedules, slowQueries, regressions, statements, health, vitals, alertmanager };
    return {
      at: new Date().toISOString(),
      overview: {
        windowSeconds: Math.round(live.windowSeconds),
        processes: live.processes,
        requests: live.requests,
        services: live.services,
      },
      vitals: vitals.value && {
        hours: VITAL_HOURS,
        items: vitals.value.map((row) => ({
          ...row,
          rating: rateVital(row.metric, row.p75),
          unit: WEB_VITALS[row.metric].unit,
        })),
      },
      cache: live.cache,
      jobs: {
        queues: (queues.value ?? []).map((queue) => ({ ...queue, slots: live.slots[queue.name] ?? 0 })),
        runs: live.jobs,
        schedules: schedules.value,
      },
      endpoints: live.endpoints,
      queries: {
        ...live.queries,
        slow: (slowQueries.value ?? []).map(({ plan: _, lastAt, plannedAt, ...query }) => ({
          ...query,
          lastAt: lastAt.toISOString(),
          plannedAt: plannedAt?.toISOString() ?? null,
        })),
        regressions: [...(regressions.value ?? [])],
      },
      database: { reads: live.reads, pools: live.pools, replicas: live.replicas, health: healthView(health.value) },
      alerts: {
        own: ownAlerts(situation),
        alertmanager: this.config.performance.alertmanagerUrl === 'none' ? null : [...(alertmanager.value ?? [])],
      },
      recommendations: recommendationsFor(situation),
      levers: { revision: this.levers.revision, values: this.levers.current },
      parts: Object.entries(all).map(([name, { at, failed }]) => ({ name, at: at?.toISOString() ?? null, failed })),
    };
  }

  private async readParts() {
    const { parts } = this;
    const names = Object.keys(parts) as (keyof typeof parts)[];
    const values = await Promise.all(names.map((name) => parts[name].get()));
    return Object.fromEntries(names.map((name, index) => [name, values[index]])) as {
      [Name in keyof typeof parts]: (typeof parts)[Name] extends Part<infer T> ? PartValue<T> : never;
    };
  }

  private read<T>(name: string, freshMs: number, work: (handle: Handle) => Promise<T>): Part<T> {
    // Statistics of the server are of the one that is asked, and the replicas' lag is known to the primary.
    return this.part(name, freshMs, () => this.database.readPrimary('performance', work));
  }

  private part<T>(name: string, freshMs: number, read: () => Promise<T>): Part<T> {
    const onError = (error: unknown): void =>
      this.logger.warn({ err: error, part: name }, 'a part of the performance figures could not be read');
    return new Part({ read, freshMs, patienceMs: PATIENCE_MS, onError });
  }
}

function healthView(health: Situation['health']): PerformanceView['database']['health'] {
  return (
    health && {
      ...health,
      at: health.at.toISOString(),
      tables: health.tables.map(({ lastVacuumAt, lastAnalyzeAt, ...table }) => ({
        ...table,
        lastVacuumAt: lastVacuumAt?.toISOString() ?? null,
        lastAnalyzeAt: lastAnalyzeAt?.toISOString() ?? null,
      })),
    }
  );
}
