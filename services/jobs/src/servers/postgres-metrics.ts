import { countFindings, type Database, type FindingCode } from '@discover/database';
import { metrics, type Logger } from '@discover/telemetry';

import { readOutbox, readPostgres, type OutboxFigures, type PostgresFigures } from './postgres-figures.js';
import { ServerMetrics } from './server-metrics.js';

/** The longest that one server may take, in milliseconds: the scrape waits for it. */
const TIMEOUT_MS = 2_000;

interface Figures extends PostgresFigures {
  outbox: OutboxFigures | null;
  findings: Record<FindingCode, number> | null;
}

/** Figures of every Postgres server. */
export function postgresMetrics(database: Database, logger: Logger): ServerMetrics {
  return new ServerMetrics('postgres', async () => {
    const servers = await database.inspect<Figures>(async (handle) => {
      const figures = await readPostgres(handle);
      // Of the primary: a replica's are late.
      if (figures.inRecovery) return { ...figures, outbox: null, findings: null };
      const [outbox, findings] = await Promise.all([readOutbox(handle), countFindings(handle)]);
      return { ...figures, outbox, findings };
    }, TIMEOUT_MS);
    return () => {
      for (const [server, figures] of servers) {
        const failed = figures instanceof Error;
        metrics.postgresUp.set({ server }, failed ? 0 : 1);
        if (failed) logger.debug({ server, reason: figures.message }, 'no figures of a Postgres server');
        else show(server, figures);
      }
    };
  });
}

function show(server: string, figures: Figures): void {
  const gauges = [
    [metrics.postgresStart, figures.startedAt],
    [metrics.postgresMaxConnections, figures.maxConnections],
    [metrics.postgresSize, figures.size],
    [metrics.postgresOldestTransaction, figures.oldestTransaction],
    [metrics.postgresLockWaits, figures.lockWaits],
    [metrics.postgresTransactionIdAge, figures.transactionIdAge],
    [metrics.postgresDeadRows, figures.deadRows],
    [metrics.postgresVacuumAge, figures.vacuumAge],
    [metrics.postgresReplicas, figures.replicas],
    [metrics.postgresReplicationLag, figures.replicationLag],
    [metrics.postgresInRecovery, Number(figures.inRecovery)],
    [metrics.outboxJobs, figures.outbox?.jobs ?? null],
    [metrics.outboxOldestAge, figures.outbox?.oldestAge ?? null],
  ] as const;
  for (const [gauge, value] of gauges) if (value !== null) gauge.set({ server }, value);
  for (const [code, count] of Object.entries(figures.findings ?? {})) metrics.queryFindings.set({ code }, count);
  const { active, idle, idleInTransaction, other } = figures;
  for (const [state, value] of Object.entries({ active, idle, idle_in_transaction: idleInTransaction, other }))
    metrics.postgresConnections.set({ server, state }, value);
  metrics.postgresSlotRetained.set({ server, active: 'true' }, figures.retainedActive);
  metrics.postgresSlotRetained.set({ server, active: 'false' }, figures.retainedInactive);
  metrics.postgresBlocksHit.inc({ server }, figures.blocksHit);
  metrics.postgresBlocksRead.inc({ server }, figures.blocksRead);
  metrics.postgresDeadlocks.inc({ server }, figures.deadlocks);
  metrics.postgresConflicts.inc({ server }, figures.conflicts);
  metrics.postgresTempBytes.inc({ server }, figures.tempBytes);
  metrics.postgresTransactions.inc({ server, outcome: 'committed' }, figures.committed);
  metrics.postgresTransactions.inc({ server, outcome: 'rolled_back' }, figures.rolledBack);
  for (const operation of ['fetched', 'inserted', 'updated', 'deleted'] as const)
    metrics.postgresRows.inc({ server, operation }, figures[operation]);
}
