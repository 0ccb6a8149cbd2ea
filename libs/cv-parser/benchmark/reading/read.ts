import { readFile } from 'node:fs/promises';

import type { Reading } from '@discover/cv-model';

import type * as parser from '../../src/index.js';
import type { Corpus, CorpusDocument } from '../corpus/corpus.js';

/** The day of all documents of the corpus: what «present» means in them. */
export const AS_OF = '2026-03-01';

/** The built parser: worker threads run compiled code, so the benchmark measures the same. */
export type Parser = typeof parser;
export const loadParser = async (): Promise<Parser> =>
  (await import(new URL('../../dist/index.js', import.meta.url).href)) as Parser;

export interface Read {
  readonly document: CorpusDocument;
  readonly milliseconds: number;
  /** A code where the parser refused the document. */
  readonly reading: Reading | string;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

/** What is read does not depend on how busy the machine is: the times tell that. */
const LIMITS = { timeoutMs: 180_000 };

/** One document after the other in this thread: what one document takes. */
export async function readOneByOne(
  corpus: Corpus,
  parser: Parser,
  tell: (line: string) => void = () => undefined,
  uncalibrated = false,
): Promise<Read[]> {
  const reads: Read[] = [];
  for (const document of corpus.documents) {
    const bytes = await readFile(document.file);
    const start = performance.now();
    const reading = await parser.parseDocument(bytes, { asOf: AS_OF, uncalibrated, limits: LIMITS }).catch(codeOf);
    reads.push({ document, milliseconds: performance.now() - start, reading });
    if (reads.length % 100 === 0) tell(`  ${reads.length} of ${corpus.documents.length} read`);
  }
  return reads;
}

/** All at once through the pool. */
export async function readByPool(
  documents: readonly CorpusDocument[],
  parser: Parser,
  threads: number,
): Promise<{ reads: Read[]; seconds: number }> {
  const pool = new parser.ParserPool({ threads, timeoutMs: 60_000, memoryMb: 512 });
  try {
    const files = await Promise.all(
      documents.map(async (document) => ({ document, bytes: await readFile(document.file) })),
    );
    // The first document of a thread pays for the start of it.
    await Promise.all(
      files.slice(0, threads * 2).map(({ bytes }) => pool.parse(new Uint8Array(bytes), { asOf: AS_OF }).catch(codeOf)),
    );
    const start = performance.now();
    const reads = await Promise.all(
      files.map(async ({ document, bytes }): Promise<Read> => {
        const begun = performance.now();
        const reading = await pool.parse(new Uint8Array(bytes), { asOf: AS_OF }).catch(codeOf);
        return { document, milliseconds: performance.now() - begun, reading };
      }),
    );
    return { reads, seconds: (performance.now() - start) / 1000 };
  } finally {
    await pool.close();
  }
}
