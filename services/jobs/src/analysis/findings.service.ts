import {
  Database,
  findQueryStatistics,
  findRegressions,
  findSlowQueries,
  findUnusedIndexes,
  purgeProfiles,
  storeFindings,
  type Finding,
  type FindingCode,
  type UnusedIndex,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

/** Days for which statistics and slow runs are kept. */
const KEPT_DAYS = 30;
/** Rows that one transaction removes. */
const PURGE_BATCH = 1_000;
/** Requests of a day that repeat a statement, from which on it is told. */
const REPEATING_REQUESTS = 10;
/** A statement is told if it was slow so often in a day, and in such a share of its calls. */
const SLOW_CALLS = 10;
const SLOW_SHARE = 0.01;
/** The longest that one server may take to tell of its indexes, in milliseconds. */
const SERVER_MS = 5_000;

type Found<C extends FindingCode> = Pick<Extract<Finding, { code: C }>, 'subject' | 'details'>[];

/** What is wrong with statements and indexes, as the profiles of the last day tell. */
@Injectable()
export class FindingsService {
  constructor(private readonly database: Database) {}

  /** Answers how many there are. */
  async find(): Promise<number> {
    const unusedIndexes = await this.unusedIndexes();
    const all = {
      regression: await this.regressions(),
      repeated: await this.repeated(),
      slow_statement: await this.slow(),
      // What is known of them stays if they could not be looked at.
      ...(unusedIndexes && { unused_index: unusedIndexes }),
    };
    await this.database.transaction(null, async (handle) => {
      for (const [code, findings] of Object.entries(all)) await storeFindings(handle, code as FindingCode, findings);
    });
    return Object.values(all).flat().length;
  }

  async purge(): Promise<number> {
    for (let total = 0; ;) {
      const removed = await this.database.transaction(null, (handle) => purgeProfiles(handle, KEPT_DAYS, PURGE_BATCH));
      total += removed;
      if (removed < PURGE_BATCH) return total;
    }
  }

  private async regressions(): Promise<Found<'regression'>> {
    const regressions = await this.database.readPrimary('analysis', (handle) => findRegressions(handle));
    return regressions.map(({ query, release, previousRelease, p95Ms, previousP95Ms }) => ({
      subject: query,
      details: { release, previousRelease, p95Ms, previousP95Ms },
    }));
  }

  private async repeated(): Promise<Found<'repeated'>> {
    const statistics = await this.database.readPrimary('analysis', (handle) =>
      findQueryStatistics(handle, { hours: 24, limit: 1_000 }),
    );
    const requests = new Map<string, { requests: number; most: number }>();
    for (const { query, repeatedRequests, mostRepeats } of statistics) {
      const known = requests.get(query) ?? { requests: 0, most: 0 };
      requests.set(query, {
        requests: known.requests + repeatedRequests,
        most: Math.max(known.most, mostRepeats),
      });
    }
    return [...requests]
      .filter(([, seen]) => seen.requests >= REPEATING_REQUESTS)
      .map(([subject, details]) => ({ subject, details }));
  }

  private async slow(): Promise<Found<'slow_statement'>> {
    const queries = await this.database.readPrimary('analysis', (handle) => findSlowQueries(handle, { limit: 100 }));
    const tooSlow = queries.filter(({ slow, calls }) => slow >= SLOW_CALLS && slow >= calls * SLOW_SHARE);
    // Of a statement that two releases run, the worse.
    const worst = new Map(tooSlow.sort((a, b) => a.p95Ms - b.p95Ms).map((query) => [query.query, query]));
    return [...worst].map(([subject, { calls, slow, p95Ms, advice }]) => ({
      subject,
      details: { calls, slow, p95Ms, advice: advice.map(({ code }) => code) },
    }));
  }

  /** Null if not every server could be asked: one that is not asked may be the one that uses an index. */
  private async unusedIndexes(): Promise<Found<'unused_index'> | null> {
    const servers = [...(await this.database.inspect(findUnusedIndexes, SERVER_MS)).values()];
    const answers = servers.filter((answer): answer is UnusedIndex[] => !(answer instanceof Error));
    if (answers.length < servers.length) return null;
    const [first = [], ...others] = answers;
    return first
      .filter(({ index }) => others.every((answer) => answer.some((unused) => unused.index === index)))
      .map(({ index, table, bytes }) => ({ subject: index, details: { table, bytes } }));
  }
}
