import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Resume } from '@discover/cv-model';

/** A document with its truth on disk. */
export interface CorpusDocument {
  readonly id: string;
  /** Absolute path. */
  readonly file: string;
  readonly format: string;
  readonly language: string;
  readonly layout: string;
  /** What made it: a producer of this corpus, or «original». */
  readonly producer: string;
}

export interface Corpus {
  readonly name: string;
  readonly folder: string;
  readonly documents: readonly CorpusDocument[];
}

interface ManifestEntry {
  id: string;
  file: string;
  format: string;
  language: string;
  layout: string;
  made?: string;
}

/** A folder with `manifest.json` and `<id>.truth.json` beside each document. */
export async function openCorpus(name: string, folder: string): Promise<Corpus> {
  const entries = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ManifestEntry[];
  const documents = entries.map(({ id, file, format, language, layout, made = '' }) => ({
    id,
    file: join(folder, file),
    format,
    language,
    layout,
    producer: made,
  }));
  return { name, folder, documents };
}

export async function truthOf(corpus: Corpus, { id }: CorpusDocument): Promise<Resume> {
  return JSON.parse(await readFile(join(corpus.folder, `${id}.truth.json`), 'utf8')) as Resume;
}
