import { Account } from '../account.js';
import { randomFrom, shuffled, zipf } from '../documents/random.js';
import { resume } from '../documents/resumes.js';
import { rate } from '../measurement.js';
import type { PlannedRequest } from '../load/plan.js';
import { hitRatio, queryTimes, scrape, type Scrape } from '../prometheus.js';
import { warmedLoad, type PlatformContext } from './suite.js';

const CONNECTIONS = 50;
const ACCOUNTS = 4;
const CVS_EACH = 50;
/** Of 100 requests; the reads are the rest. */
const LISTS = 10;
const WRITES = 8;
const IMPORTS = 1;
const RENDERS = 1;
const HUNDREDS = 40;
const QUERY_SECONDS = 'cv_db_query_duration_seconds';
/** What the cache keeps of the database’s rows; the rest is what was made of them. */
const ENTITIES = ['cv', 'session', 'apiKey', 'access', 'profile', 'publication', 'translation'];

const TARGETS: Readonly<Record<string, string>> = {
  read: 'p95 < 200 ms, p99 < 500 ms (A19)',
  list: 'p95 < 200 ms, p99 < 500 ms (A19)',
  write: 'p95 < 500 ms, p99 < 1 s (A19)',
  import: 'p95 < 5 s, p99 < 15 s (B5)',
  render: 'p95 < 1 s, p99 < 3 s (C5)',
};

/** The standard mix: 80 % reads, 10 % lists, 8 % writes, 2 % imports and renders, by several people at once; few CVs are popular, most are not. */
export async function measureMix(context: PlatformContext): Promise<void> {
  const { platform, tell, record } = context;
  tell(`Standard mix at ${CONNECTIONS} connections …`);
  const requests = await mixedRequests(context);
  const before = await scrape(platform.apiMetricsPort);
  const { all, byKind, errors, generatorCpu } = await warmedLoad(context, { connections: CONNECTIONS, requests });
  const after = await scrape(platform.apiMetricsPort);
  const notes = [`the load generator used ${generatorCpu.toFixed(2)} of a core`];
  record(
    rate(`Standard mix, ${CONNECTIONS} connections`, 'requests/s', all, {
      errors,
      target: '1,000/s, peak 5,000/s; 0 errors (A19)',
      notes,
    }),
  );
  for (const [kind, sample] of Object.entries(byKind)) {
    const share = { name: 'whole mix', value: all.perSecond };
    record(
      rate(`Standard mix: ${kind}`, 'requests/s', sample, {
        baseline: share,
        ...(TARGETS[kind] !== undefined && { target: TARGETS[kind] }),
      }),
    );
  }
  recordQueries(context, 'Database operations of the mix: p95', before, after);
  recordHits(context, before, after);
  await measureHalf(context, requests, all.perSecond / 2);
}

/** At half of what it can do: with everything at its limit, a time is mostly that of waiting for a core. */
async function measureHalf(
  context: PlatformContext,
  requests: readonly PlannedRequest[],
  perSecond: number,
): Promise<void> {
  const { platform, tell, record } = context;
  tell(`Standard mix at ${perSecond.toFixed(0)} requests a second …`);
  const before = await scrape(platform.apiMetricsPort);
  const half = await warmedLoad(context, { connections: CONNECTIONS, requests, perSecond });
  const after = await scrape(platform.apiMetricsPort);
  record(
    rate('Standard mix at half of that', 'requests/s', half.all, {
      errors: half.errors,
      target: 'p50 < 50, p95 < 100, p99 < 200 ms (A19)',
    }),
  );
  recordQueries(context, 'Database operations at half of that: p95', before, after);
}

function recordQueries({ record }: PlatformContext, name: string, before: Scrape, after: Scrape): void {
  const [whole, ...queries] = queryTimes(before, after, QUERY_SECONDS).sort(
    (a, b) => Number(b.query === '*') - Number(a.query === '*') || b.p95 - a.p95,
  );
  const slowest = queries
    .slice(0, 3)
    .map(({ query, p95, count }) => `${query} ${(p95 * 1000).toFixed(1)} ms (${count})`);
  if (!whole) return;
  const notes = [`slowest: ${slowest.join(', ')}`];
  record({ name, value: whole.p95 * 1000, unit: 'ms', target: '< 10 ms (E3)', notes });
}

function recordHits({ record }: PlatformContext, before: Scrape, after: Scrape): void {
  const rows = [
    { name: 'Cache hits of the mix, everything cached', types: undefined, target: '> 80 % (D7)' },
    { name: 'Cache hits of the mix, rows of the database', types: ENTITIES, target: '> 90 % (D7)' },
  ];
  for (const { name, types, target } of rows)
    record({ name, value: 100 * hitRatio(before, after, types), unit: '%', target });
}

async function mixedRequests({ platform, pdfs }: PlatformContext): Promise<PlannedRequest[]> {
  const random = randomFrom(2026);
  const people = await Promise.all(Array.from({ length: ACCOUNTS }, () => Account.open(platform.url)));
  const owned = await Promise.all(
    people.map(async (account, person) => {
      const ids = await account.createCvs(
        Array.from({ length: CVS_EACH }, (_, number) => resume(20_000 + person * CVS_EACH + number)),
      );
      return ids.map((id) => ({ account, id }));
    }),
  );
  const cvs = shuffled(owned.flat(), random);
  const popular = zipf(cvs.length, random);
  const one = () => cvs[popular()]!;
  const hundred = (round: number): PlannedRequest[] => {
    const some = (count: number, make: (cv: ReturnType<typeof one>, number: number) => PlannedRequest) =>
      Array.from({ length: count }, (_, index) => make(one(), round * count + index));
    return [
      ...some(100 - LISTS - WRITES - IMPORTS - RENDERS, ({ account, id }) => account.read(id)),
      ...some(LISTS, ({ account }) => account.list()),
      ...some(WRITES, ({ account, id }, number) => account.patch(id, number)),
      ...some(IMPORTS, ({ account }, number) => account.import(pdfs[number % pdfs.length]!)),
      ...some(RENDERS, ({ account }, number) => account.render(resume(30_000 + number))),
    ];
  };
  return shuffled(Array.from({ length: HUNDREDS }, (_, round) => hundred(round)).flat(), random);
}
