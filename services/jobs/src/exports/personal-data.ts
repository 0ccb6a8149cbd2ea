import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';

import { photoKey, photoPrefix } from '@discover/contracts';
import {
  EXPORT_TABLES,
  exportAccountRow,
  exportCvs,
  exportFiles,
  exportNameOf,
  exportPhotos,
  exportRows,
  exportVersions,
  type Database,
  type ExportTable,
  type Handle,
} from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';

/** One file of an export. Its content is asked for when its turn comes, and one is read before the next is asked for. */
export interface ExportEntry {
  path: string;
  open: () => Promise<Readable>;
}

/** Rows that are read at once. */
const PAGE = 200;
/** Documents that are in memory at once: a version can be as large as a request. */
const VERSION_PAGE = 10;

const README = `Everything that Help Them Discover You has of you.

account.json               your account
cvs/<id>/cv.json           a CV: title, status, dates
cvs/<id>/versions/<n>.json each of its versions, as JSON Resume, to the byte
cvs/<id>/readings/<n>.json what the parser said of a version that it made
originals/<id>/<name>      the files that you uploaded
photos/<cv>/<hash>.jpg     the photos of your CVs, those of earlier versions too
*.ndjson                   everything else, one JSON object a line

Passwords, keys and secrets are not in it: we keep hashes of them, or what only signs messages to you.
`;

/** All that there is of a person, file by file, in bounded memory. */
export class PersonalData {
  constructor(
    private readonly database: Database,
    private readonly storage: ObjectStorage,
    private readonly userId: string,
  ) {}

  async *entries(): AsyncGenerator<ExportEntry> {
    yield text('README.txt', README);
    yield text('account.json', await this.read((handle) => exportAccountRow(handle, this.userId)));
    for (const table of EXPORT_TABLES)
      yield { path: `${exportNameOf(table)}.ndjson`, open: async () => Readable.from(this.rows(table)) };
    yield* this.cvs();
    yield* this.originals();
    yield* this.photos();
  }

  private async *cvs(): AsyncGenerator<ExportEntry> {
    const cvs = paged(
      (after) => this.read((handle) => exportCvs(handle, { userId: this.userId, after, limit: PAGE })),
      PAGE,
    );
    for await (const { id, json } of cvs) {
      yield text(`cvs/${id}/cv.json`, json);
      yield* this.versions(id);
    }
  }

  private async *versions(cvId: string): AsyncGenerator<ExportEntry> {
    for (let after = 0; ;) {
      const from = after;
      const page = await this.read((handle) =>
        exportVersions(handle, { userId: this.userId, cvId, after: from, limit: VERSION_PAGE }),
      );
      for (const { version, document, reading } of page) {
        yield text(`cvs/${cvId}/versions/${version}.json`, document);
        if (reading !== null) yield text(`cvs/${cvId}/readings/${version}.json`, reading);
      }
      if (page.length < VERSION_PAGE) return;
      after = page.at(-1)!.version;
    }
  }

  private async *originals(): AsyncGenerator<ExportEntry> {
    const files = paged(
      (after) => this.read((handle) => exportFiles(handle, { userId: this.userId, after, limit: PAGE })),
      PAGE,
    );
    for await (const { id, key, name } of files) {
      const content = await this.storage.head('originals', key);
      // Removed since its row was read.
      if (content) yield { path: `originals/${id}/${fileName(name)}`, open: () => this.original(key) };
    }
  }

  private async *photos(): AsyncGenerator<ExportEntry> {
    const photos = paged(
      (after) => this.read((handle) => exportPhotos(handle, { userId: this.userId, after, limit: PAGE })),
      PAGE,
    );
    for await (const { userId, cvId, folder, hash } of photos) {
      const key = photoKey(photoPrefix(userId, cvId, folder), 'full', 'jpg');
      if (await this.storage.head('originals', key))
        yield { path: `photos/${cvId}/${hash}.jpg`, open: () => this.original(key) };
    }
  }

  /** Whole, so that a file that is removed in the middle does not break the archive: uploads are small. */
  private async original(key: string): Promise<Readable> {
    const content = await this.storage.get('originals', key);
    return Readable.from(content ? [await buffer(content.stream)] : []);
  }

  private async *rows(table: ExportTable): AsyncGenerator<string> {
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const page: { rows: string[]; last: string | null } = await this.read((handle) =>
        exportRows(handle, table, { userId: this.userId, after: from, limit: PAGE }),
      );
      for (const row of page.rows) yield `${row}\n`;
      if (page.rows.length < PAGE) return;
      after = page.last;
    }
  }

  private read<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
    return this.database.readPrimary('export', work);
  }
}

async function* paged<T extends { id: string }>(
  read: (after: string | null) => Promise<T[]>,
  size: number,
): AsyncGenerator<T> {
  for (let after: string | null = null; ;) {
    const page: T[] = await read(after);
    yield* page;
    if (page.length < size) return;
    after = page.at(-1)!.id;
  }
}

function text(path: string, content: string): ExportEntry {
  return { path, open: async () => Readable.from([Buffer.from(content)]) };
}

/** The last part of the name that a person gave, such that it unpacks anywhere. */
export function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!;
  const safe = last
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 150);
  return safe === '' ? 'upload' : safe;
}
