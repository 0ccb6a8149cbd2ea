import { correlation } from '@discover/telemetry';

import { countRepeats } from './repeats.js';
import { StatementProfile, type StatementFigures } from './statement-profile.js';

/** How a run of a statement went. */
export interface Outcome {
  /** Answered or changed; null if it failed. */
  rows: number | null;
  /** Whether all connections of the pool were in use when it began. */
  waited: boolean;
  error?: unknown;
}

/** Statements on one server. */
export class ServerProfile {
  private readonly statements = new Map<string, StatementProfile>();

  constructor(
    private readonly server: string,
    private readonly slowMs: number,
  ) {}

  /**
   * Notes one run. It is on the path of every statement, so it does as little as it can.
   *
   * @param text null for work of several statements
   * @param startedAt by `performance.now()`
   */
  record(query: string, text: string | null, startedAt: number, outcome: Outcome): void {
    const now = performance.now();
    const ms = now - startedAt;
    const statement = this.statement(query);
    statement.add(ms);
    const request = correlation();
    if (ms >= this.slowMs) statement.addSlow(text, keptRun(ms, outcome, request?.requestId));
    // A job does on purpose in batches what a request must not do.
    if (request === undefined || request.jobId !== undefined) return;
    const repeats = countRepeats(request, query, now);
    if (repeats) statement.addRepeats(repeats.times, repeats.first);
  }

  take(): StatementFigures[] {
    return [...this.statements.values()].flatMap((statement) => statement.take() ?? []);
  }

  giveBack(figures: StatementFigures): void {
    this.statement(figures.query).giveBack(figures);
  }

  private statement(query: string): StatementProfile {
    let statement = this.statements.get(query);
    if (!statement) this.statements.set(query, (statement = new StatementProfile(query, this.server)));
    return statement;
  }
}

function keptRun(durationMs: number, { rows, waited, error }: Outcome, requestId: string | undefined) {
  const { code } = (error ?? {}) as { code?: unknown };
  const sqlstate = error === undefined ? null : typeof code === 'string' ? code : 'unknown';
  return { at: Date.now(), durationMs, rows, waited, sqlstate, requestId: requestId ?? null };
}

/** The statements that this process runs, by server: their times, the slow ones, and those that one request repeats. */
export class QueryProfiler {
  private readonly servers = new Map<string, ServerProfile>();

  /** @param slowMs what takes at least so long is kept */
  constructor(private readonly slowMs: number) {}

  server(name: string): ServerProfile {
    let server = this.servers.get(name);
    if (!server) this.servers.set(name, (server = new ServerProfile(name, this.slowMs)));
    return server;
  }

  /** All since the last call. */
  take(): StatementFigures[] {
    return [...this.servers.values()].flatMap((server) => server.take());
  }

  giveBack(figures: readonly StatementFigures[]): void {
    for (const one of figures) this.server(one.server).giveBack(one);
  }
}
