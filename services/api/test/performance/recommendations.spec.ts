import { INITIAL_LEVERS } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';

import {
  RECOMMENDATION_CODES,
  recommendationsFor,
  type RecommendationCode,
} from '../../src/performance/recommendations.js';
import type { Situation } from '../../src/performance/situation.js';
import {
  endpoint,
  health,
  queue,
  regression,
  schedule,
  service,
  slowQuery,
  statement,
  vital,
  wellFigures,
  wellSituation,
} from './situations.js';

const cache = (change: object) => ({ live: wellFigures({ cache: { ...wellFigures().cache, ...change } }) });
const services = (change: object) => ({ live: wellFigures({ services: [service(change)] }) });
const endpoints = (change: object) => ({ live: wellFigures({ endpoints: [endpoint(change)] }) });
const type = (hitRatio: number, lookups: number) => ({
  type: 'cv',
  lookups,
  hitRatio,
  l1: 0,
  l2: 0,
  stale: 0,
  misses: 0,
});
const busy = { oldestSeconds: 16, active: 4, pending: 9 };
const table = {
  table: 'cvs',
  liveRows: 1,
  deadRows: 20_000,
  deadShare: 0.5,
  sizeBytes: 1,
  lastVacuumAt: null,
  lastAnalyzeAt: null,
};

/** What each follows from, and what its subject is then. */
const FOLLOWS: Record<RecommendationCode, [Partial<Situation>, subject: string]> = {
  restore_shared_cache: [cache({ breakersOpen: 2 }), 'cache'],
  start_workers: [{ queues: [queue({ pending: 3 })], live: wellFigures({ slots: {} }) }, 'parse'],
  resume_queue: [{ queues: [queue({ pending: 3, paused: true })] }, 'parse'],
  add_workers: [{ queues: [queue(busy)] }, 'parse'],
  retry_dead_letters: [{ queues: [queue({ failed: 2 })] }, 'parse'],
  mend_scheduled_job: [{ schedules: { successRate: 0.9, items: [schedule(100, 94)] } }, 'purge-cvs'],
  look_into_errors: [endpoints({ errorShare: 0.02 }), 'GET /api/v1/cvs/:id'],
  speed_up_endpoint: [endpoints({ p95Ms: 201 }), 'GET /api/v1/cvs/:id'],
  review_regression: [{ regressions: [regression] }, 'cv_find'],
  follow_query_advice: [
    { slowQueries: [slowQuery([{ code: 'missing_index', table: 'cvs', columns: ['title'] }])] },
    'search_find',
  ],
  ask_once: [{ statements: [statement(3)] }, 'cv_find'],
  improve_caching: [cache({ types: [type(0.5, 200)] }), 'cv'],
  scale_out: [services({ cpu: { used: 1.5, limit: 2, share: 0.75 } }), 'api'],
  use_more_processes: [services({ eventLoop: { lagMs: 9, utilisation: 0.9 } }), 'api'],
  give_memory: [services({ memory: { used: 9, limit: 10, share: 0.9 } }), 'api'],
  enlarge_pool: [
    { live: wellFigures({ pools: [{ server: 'primary', state: 'waiting', connections: 2 }] }) },
    'primary',
  ],
  heal_replicas: [
    {
      live: wellFigures({
        reads: [
          { server: 'replica', reason: 'caught_up', count: 700 },
          { server: 'primary', reason: 'replicas_behind', count: 300 },
        ],
        replicas: [{ replica: 'replica-0', usable: true, lagSeconds: 2 }],
      }),
    },
    'replicas',
  ],
  vacuum_table: [{ health: { ...health, tables: [table] } }, 'cvs'],
  improve_page: [{ vitals: [vital(2_501)] }, '/u/:slug'],
  review_rate_limits: [{ live: wellFigures({ requests: { ...wellFigures().requests, rateLimited: 101 } }) }, 'api'],
  finish_rollout: [services({ releases: ['r1', 'r2'] }), 'api'],
  put_levers_back: [{ levers: { ...INITIAL_LEVERS, edgeCaching: false } }, 'edgeCaching'],
};

const NOTHING: [string, Partial<Situation>][] = [
  ['a wait that new workers would not shorten', { queues: [queue({ ...busy, active: 2 })] }],
  ['few runs of a job', { schedules: { successRate: 0, items: [schedule(19, 0)] } }],
  ['an endpoint that few ask', endpoints({ requests: 49, p95Ms: 9_000 })],
  ['an endpoint that waits for a queue', endpoints({ route: '/api/v1/cvs/:id/render.:format', p95Ms: 3_000 })],
  ['a write within its own objective', endpoints({ method: 'PUT', p95Ms: 499 })],
  ['a slow statement without advice', { slowQueries: [slowQuery([])] }],
  ['few look-ups of a type', cache({ types: [type(0, 199)] })],
  [
    'a platform without replicas',
    { live: wellFigures({ reads: [{ server: 'primary', reason: 'no_replica', count: 900 }] }) },
  ],
  [
    'people who read what they have just written',
    { live: wellFigures({ reads: [{ server: 'primary', reason: 'replicas_behind', count: 900 }] }) },
  ],
  ['a roll-out under way', services({ releases: ['r1', 'r2'], youngestSeconds: 60 })],
  ['few values of a page', { vitals: [vital(9_000, 49)] }],
  [
    'what is not known',
    {
      queues: null,
      health: null,
      vitals: null,
      schedules: null,
      statements: null,
      slowQueries: null,
      regressions: null,
    },
  ],
];

describe('recommendations', () => {
  const told = (change: Partial<Situation>) => recommendationsFor({ ...wellSituation(), ...change });

  it('are none where all is well', () => {
    expect(told({})).toEqual([]);
  });

  it.each(RECOMMENDATION_CODES)('%s follows from its figures', (code) => {
    const [change, subject] = FOLLOWS[code];
    expect(told(change).map((one) => [one.code, one.subject])).toEqual([[code, subject]]);
  });

  it.each(NOTHING)('%s leads to none', (_, change) => {
    expect(told(change)).toEqual([]);
  });

  it('for a full queue say whether its service has CPU left for more at once', () => {
    const idle = told({ queues: [queue(busy)] });
    const full = told({
      queues: [queue(busy)],
      live: wellFigures({ services: [service({ service: 'parser', cpu: { used: 1.3, limit: 2, share: 0.65 } })] }),
    });
    expect(idle[0]!.detail).toContain('queueConcurrency');
    expect(full[0]!.detail).toContain('add replicas of parser');
  });

  it('of one kind do not hide the others', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...regression, query: `q${index}` }));
    const codes = told({ regressions: many, queues: [queue({ failed: 1 })] }).map(({ code }) => code);
    expect(codes.filter((code) => code === 'review_regression')).toHaveLength(5);
    expect(codes).toContain('retry_dead_letters');
  });
});
