import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import { ZipFile } from 'yazl';

import type { ExportEntry } from './personal-data.js';

/**
 * Entries as a ZIP that is written while it is read: of the content only what is just passing through is in memory. An error,
 * or the signal, destroys the stream, so that whoever stores it stores nothing.
 */
export function zipOf(entries: AsyncIterable<ExportEntry>, signal: AbortSignal, onEntry: () => void): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)));
  const onAbort = () => fail(signal.reason);
  zip.on('error', fail);
  signal.addEventListener('abort', onAbort);
  output.once('close', () => signal.removeEventListener('abort', onAbort));
  void fill(zip, output, entries, onEntry).catch(fail);
  return output;
}

async function fill(
  zip: ZipFile,
  output: Readable,
  entries: AsyncIterable<ExportEntry>,
  onEntry: () => void,
): Promise<void> {
  let current: Readable | undefined;
  // Whoever reads has gone: nobody would ever ask for the rest.
  output.once('close', () => current?.destroy());
  for await (const { path, open } of entries) {
    current = await open();
    if (output.destroyed) current.destroy();
    zip.addReadStream(current, path, { mtime: new Date() });
    await finished(current);
    onEntry();
  }
  zip.end();
}
