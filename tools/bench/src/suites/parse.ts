import { rate } from '../measurement.js';
import { libraryBaseline, warmedLoad, type PlatformContext } from './suite.js';

/** Enough that the parser's threads and its queue never run dry. */
const CONNECTIONS = 8;
const TARGET = '10/s, peak 50/s; p95 < 5 s, p99 < 15 s (B5)';

/** Documents read through HTTP, storage, the queue and the parser's threads. */
export async function measureParsing(context: PlatformContext): Promise<void> {
  const { pdfs, account, alone, tell, record } = context;
  const baseline = libraryBaseline('library, 2 threads', alone.parsed);
  tell('Parse over HTTP and the queue …');
  const parsed = await warmedLoad(context, {
    connections: CONNECTIONS,
    requests: pdfs.map((pdf) => account.parse(pdf)),
  });
  record(rate('Parse, POST /parse', 'documents/s', parsed.all, { ...baseline, errors: parsed.errors, target: TARGET }));
  tell('Import up to the end of the job …');
  const imported = await warmedLoad(context, {
    connections: CONNECTIONS,
    requests: pdfs.map((pdf) => account.import(pdf)),
  });
  record(
    rate('Import to a stored CV, POST /cvs/import', 'documents/s', imported.all, {
      ...baseline,
      errors: imported.errors,
      target: TARGET,
    }),
  );
}
