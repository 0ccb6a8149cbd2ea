import { resume } from '../documents/resumes.js';
import { rate } from '../measurement.js';
import { compareWithBare } from './compare.js';
import { measureRenderPeers } from './render-peers.js';
import { libraryBaseline, warmedLoad, type PlatformContext } from './suite.js';

/** Enough that every worker always has its next document at hand. */
const CONNECTIONS = 12;
const CACHED_CONNECTIONS = 50;
/** More than are ever in flight at half the rate, so that none waits for one. */
const PACED_CONNECTIONS = 32;
/** More documents than can be rendered in the time, so that none comes twice. */
const MOST_PER_SECOND = 150;

/** What other engines take; PDFs made through HTTP, the queue, the renderer's threads and storage; and fetched once made. */
export async function measureRendering(context: PlatformContext): Promise<void> {
  await measureRenderPeers(context);
  const { account, alone, seconds, tell, record } = context;
  tell('Render distinct documents over HTTP and the queue …');
  const distinct = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => account.render(resume(from + index)));
  const made = await warmedLoad(
    context,
    { connections: CONNECTIONS, requests: distinct(0, MOST_PER_SECOND * seconds) },
    distinct(3_000_000, 200),
  );
  record(
    rate('Render a distinct PDF, POST /render', 'PDFs/s', made.all, {
      ...libraryBaseline('library, 2 threads', alone.rendered),
      errors: made.errors,
      target: '20/s, peak 100/s; p95 < 1 s, p99 < 3 s (C5)',
    }),
  );
  tell('The same at half that rate …');
  const perSecond = made.all.perSecond / 2;
  const calm = await warmedLoad(
    context,
    { connections: PACED_CONNECTIONS, requests: distinct(7_000_000, MOST_PER_SECOND * seconds), perSecond },
    distinct(8_000_000, 200),
  );
  record(
    rate('Render a distinct PDF at half that rate', 'PDFs/s', calm.all, {
      errors: calm.errors,
      target: 'p95 < 100 ms (C5)',
    }),
  );
  tell('Fetch a render that was made before …');
  const [id] = await account.createCvs([resume(1)]);
  await compareWithBare(context, {
    name: 'Cached PDF, GET /cvs/{id}/render.pdf',
    unit: 'reads/s',
    request: account.download(id!),
    contentType: 'application/pdf',
    connections: CACHED_CONNECTIONS,
    target: 'like a cached read (C5)',
  });
}
