import { Database, findCv, insertCv, insertUser, migrate, QueryProfiler } from '@discover/database';
import { createLogger, withCorrelation } from '@discover/telemetry';
import { startPrivatePostgres } from '@discover/testing';

import { resume } from '../documents/resumes.js';
import { closedLoop } from './closed-loop.js';
import type { Context } from './suite.js';

const SLOW_QUERY_MS = 100;
/** Statements of one request, and requests of one round, in which nothing but notes is made. */
const STATEMENTS = 4;
const REQUESTS = 50_000;
const ROUNDS = 5;

/** What it costs to note a statement, beside the statement: CPU time of this process, which the server's is not part of. */
export async function measureProfiling({ seconds, signal, tell, record }: Context): Promise<void> {
  tell('What noting a statement costs …');
  const note = costOfNote();
  const read = await costOfRead(seconds, signal);
  record({
    name: 'Noting a statement, of reading a CV from Postgres',
    value: (100 * note) / read,
    unit: '%',
    target: '< 2 % (E5)',
    notes: [`${note.toFixed(2)} µs of ${read.toFixed(0)} µs of CPU time, both of this process alone`],
  });
}

/** Microseconds for one statement: the median of some rounds. */
function costOfNote(): number {
  const server = new QueryProfiler(SLOW_QUERY_MS).server('primary');
  const round = () => {
    const before = process.cpuUsage();
    for (let request = 0; request < REQUESTS; request++) {
      withCorrelation({ requestId: 'bench' }, () => {
        for (let statement = 0; statement < STATEMENTS; statement++)
          server.record(`statement_${statement}`, 'SELECT 1', performance.now(), { rows: 1, waited: false });
      });
    }
    return spent(before) / (REQUESTS * STATEMENTS);
  };
  round();
  return Array.from({ length: ROUNDS }, round).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

/** Microseconds for one read of a CV by its key, one after the other. */
async function costOfRead(seconds: number, signal: AbortSignal): Promise<number> {
  const servers = await startPrivatePostgres({ replicas: 0 });
  try {
    await migrate(servers.primaryUrl);
    const limits = { poolSize: 4, maxReplicaLagMs: 10_000, statementTimeoutMs: 10_000, slowQueryMs: SLOW_QUERY_MS };
    const tokens = { get: () => Promise.resolve(null), set: () => Promise.resolve() };
    const database = new Database(
      { primaryUrl: servers.primaryUrl, replicaUrls: [], ...limits },
      tokens,
      createLogger('bench', 'silent'),
    );
    try {
      const read = await aCv(database);
      await closedLoop(1, seconds / 4, signal, read);
      const before = process.cpuUsage();
      let reads = 0;
      await closedLoop(1, seconds, signal, () => (reads++, read()));
      return spent(before) / reads;
    } finally {
      await database.close();
    }
  } finally {
    await servers.dispose();
  }
}

async function aCv(database: Database): Promise<() => Promise<unknown>> {
  const { userId, id } = await database.transaction(null, async (handle) => {
    const person = { email: 'bench@example.org', name: 'Bench', passwordHash: 'none', homeRegion: 'eu-central' };
    const { id: userId } = (await insertUser(handle, person))!;
    return insertCv(handle, { userId, title: 'Bench', language: 'en', document: resume(1), cause: 'created' });
  });
  return () => database.readPrimary('bench', (handle) => findCv(handle, userId, id));
}

/** Microseconds of CPU time of this process since then. */
function spent(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
