import { resume } from '../documents/resumes.js';
import { rate } from '../measurement.js';
import { runLoad } from '../load/load.js';
import { warmedLoad, type PlatformContext } from './suite.js';

const CONNECTIONS = 20;
/** CVs that are created, and then each read once, which finds it in no cache. */
const CREATED_PER_SECOND = 150;
const PATCHED = 100;
const READS = 'p95 < 200 ms, p99 < 500 ms (A19)';
const WRITES = 'p95 < 500 ms, p99 < 1 s (A19)';

/** What reaches Postgres: new CVs, reads of CVs that nobody has read yet, changes. */
export async function measureWrites(context: PlatformContext): Promise<void> {
  const { account, platform, seconds, signal, tell, record } = context;
  tell('Create CVs, read each for the first time, change some …');
  const warm = await account.createCvs(Array.from({ length: PATCHED }, (_, number) => resume(number)));
  const patches = warm.map((id, number) => account.patch(id, number));
  const patched = await warmedLoad(context, { connections: CONNECTIONS, requests: patches });
  const reads = { name: 'CV changes in the same run', value: patched.all.perSecond };
  record(rate('Change a CV, PATCH /cvs/{id}', 'writes/s', patched.all, { errors: patched.errors, target: WRITES }));

  const changed = await runLoad(
    { url: platform.url, connections: CONNECTIONS, seconds: 'once', requests: warm.map((id) => account.read(id)) },
    signal,
  );
  record(
    rate('CV read after a change, GET /cvs/{id}', 'reads/s', changed.all, {
      baseline: reads,
      errors: changed.errors,
      target: READS,
    }),
  );

  const documents = Array.from({ length: Math.ceil(CREATED_PER_SECOND * seconds) }, (_, number) =>
    account.create(resume(10_000 + number)),
  );
  const created = await runLoad(
    { url: platform.url, connections: CONNECTIONS, seconds: 'once', requests: documents },
    signal,
  );
  record(
    rate('Create a CV, POST /cvs', 'writes/s', created.all, {
      baseline: reads,
      errors: created.errors,
      target: WRITES,
    }),
  );

  const ids = await newestIds(context, documents.length);
  const first = await runLoad(
    { url: platform.url, connections: CONNECTIONS, seconds: 'once', requests: ids.map((id) => account.read(id)) },
    signal,
  );
  record(
    rate('CV read for the first time, GET /cvs/{id}', 'reads/s', first.all, {
      baseline: reads,
      errors: first.errors,
      target: READS,
    }),
  );
}

/** From the list, page by page, as the generator keeps no answers. */
async function newestIds({ account }: PlatformContext, count: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '100', sort: '-createdAt', ...(cursor !== null && { cursor }) });
    const request = { ...account.list(), path: `/api/v1/cvs?${query.toString()}` };
    const page = JSON.parse((await account.send(request)).toString()) as {
      items: { id: string }[];
      nextCursor: string | null;
    };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null && ids.length < count);
  return ids.slice(0, count);
}
