import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';

import { AppError } from '@discover/contracts';
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';

import { isArchive, junkReason, type Incoming } from './incoming.js';

export interface ArchiveLimits {
  /** Of the ZIP itself, and of what is in it taken together. */
  maxBytes: number;
  /** Of one document in it. */
  maxDocumentBytes: number;
  maxDocuments: number;
}

/** Entries of any kind, directories and junk with them: reading a longer directory would be work without end. */
const MAX_ENTRIES = 10_000;

/**
 * The files of a ZIP, one by one, each to be read before the next. Only the central directory is believed, and what it says of
 * an entry's size is checked as the entry is read, so an archive cannot unpack to more than it was let in for.
 *
 * @throws AppError `corrupt_document`, `too_large`
 */
export async function* readArchive(source: Readable, limits: ArchiveLimits): AsyncGenerator<Incoming> {
  const file = await spool(source, limits.maxBytes);
  try {
    const archive = await openArchive(file);
    const entries = await directoryOf(archive, limits);
    for (const entry of entries) yield incoming(archive, entry, limits);
  } finally {
    await file.close();
  }
}

/** A ZIP is read from its end, so it is laid down first: in a file that has no name any more, and so leaves with the process. */
async function spool(source: Readable, maxBytes: number): Promise<FileHandle> {
  const path = join(tmpdir(), `discover-${randomUUID()}.zip`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    let size = 0;
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(`The upload is larger than ${mebibytes(maxBytes)} MiB`);
      await file.writeFile(chunk);
    }
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openArchive(file: FileHandle): Promise<ZipFile> {
  return fromFdPromise(file.fd, { autoClose: false }).catch(notAnArchive);
}

async function directoryOf(archive: ZipFile, limits: ArchiveLimits): Promise<Entry[]> {
  if (archive.entryCount > MAX_ENTRIES) throw tooLarge(`The ZIP has more than ${MAX_ENTRIES} entries`);
  const entries: Entry[] = [];
  let bytes = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      entries.push(entry);
      if (junkReason(entry.fileName) === null && entry.uncompressedSize <= limits.maxDocumentBytes)
        bytes += entry.uncompressedSize;
    }
  } catch (error) {
    notAnArchive(error);
  }
  if (bytes > limits.maxBytes) throw tooLarge(`What is in the ZIP is larger than ${mebibytes(limits.maxBytes)} MiB`);
  const documents = entries.filter((entry) => junkReason(entry.fileName) === null);
  if (documents.length > limits.maxDocuments) throw tooLarge(`The ZIP has more than ${limits.maxDocuments} documents`);
  return entries;
}

function incoming(archive: ZipFile, entry: Entry, limits: ArchiveLimits): Incoming {
  const name = entry.fileName;
  const reason = junkReason(name);
  if (reason !== null) return { kind: 'skipped', name, reason };
  if (entry.uncompressedSize > limits.maxDocumentBytes) {
    const message = `A document may have at most ${mebibytes(limits.maxDocumentBytes)} MiB.`;
    return { kind: 'refused', name, failure: { code: 'too_large', message } };
  }
  if (isArchive(name, '')) {
    const message = 'A ZIP inside a ZIP is not opened. Send it by itself.';
    return { kind: 'refused', name, failure: { code: 'unsupported_media_type', message } };
  }
  if (entry.isEncrypted()) {
    const message = 'It is encrypted in the ZIP. Pack it without a password.';
    return { kind: 'refused', name, failure: { code: 'encrypted_document', message } };
  }
  if (!entry.canDecodeFileData()) {
    const message = 'It is packed by a method that we do not know. Pack it as an ordinary ZIP (deflate).';
    return { kind: 'refused', name, failure: { code: 'corrupt_document', message } };
  }
  return { kind: 'document', name, open: () => contentOf(archive, entry) };
}

/** What is wrong with one entry is that document's failure, and not the archive's. */
async function contentOf(archive: ZipFile, entry: Entry): Promise<Readable> {
  const damaged = (cause: unknown) =>
    new AppError('corrupt_document', 'It is damaged in the ZIP. Pack it again.', { cause });
  const content = await archive.openReadStreamPromise(entry).catch((error: unknown) => Promise.reject(damaged(error)));
  const checked = new PassThrough();
  content.once('error', (error) => checked.destroy(damaged(error)));
  checked.once('close', () => content.destroy());
  return content.pipe(checked);
}

function notAnArchive(cause: unknown): never {
  throw new AppError('corrupt_document', 'The ZIP is damaged, or is none. Pack it again.', { cause });
}

function tooLarge(what: string): AppError {
  return new AppError('too_large', `${what}. Send it in parts.`);
}

const mebibytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
