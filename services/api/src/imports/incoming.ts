import type { Readable } from 'node:stream';

import type { Failure } from '@discover/contracts';

/** A file of a batch on its way in; each is done with before the next one comes. */
export type Incoming =
  | { kind: 'document'; name: string; open: () => Promise<Readable> }
  /** A document that can be told to be none of ours without reading it. */
  | { kind: 'refused'; name: string; failure: Failure }
  | { kind: 'skipped'; name: string; reason: string };

/** The longest name that is kept, in characters: that of a path of most file systems. */
const LONGEST_NAME = 1_000;

/** A file's name as the database can hold it: without what is no character (U+0000, or half of a pair). */
export function storableName(name: string): string {
  return name.toWellFormed().replaceAll('\0', '\ufffd').slice(0, LONGEST_NAME).toWellFormed();
}

/** What operating systems and archivers leave beside people's files, by the last part of the path. */
const JUNK = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', 'icon\r']);

/** Why a file of an archive is no document; null if it may be one. */
export function junkReason(path: string): string | null {
  const parts = path.toLowerCase().split('/');
  const name = parts.at(-1)!;
  if (parts.includes('__macosx')) return 'resource fork of macOS';
  if (JUNK.has(name)) return 'file of the operating system';
  if (parts.some((part) => part.startsWith('.'))) return 'hidden file';
  if (name.startsWith('~$')) return 'lock file of an office program';
  return null;
}

/** Whether an upload is to be opened, and not read itself: by its name or what the client says of it. */
export function isArchive(name: string | null, mediaType: string): boolean {
  return (
    /\.zip$/i.test(name ?? '') || ['application/zip', 'application/x-zip-compressed'].includes(mediaType.toLowerCase())
  );
}
