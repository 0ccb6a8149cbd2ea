import type { FileHandle } from 'node:fs/promises';

import { ObjectStorageError } from '../errors.js';

/**
 * An object is one file, so that content and description are replaced together: the content, the description as JSON,
 * and the JSON's length in the last four bytes (big-endian).
 */
export interface Footer {
  readonly contentType: string;
  readonly sha256: string;
}

const LENGTH_BYTES = 4;
const LONGEST_FOOTER = 4096;

export function encodeFooter(footer: Footer): Buffer {
  const json = Buffer.from(JSON.stringify(footer));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return Buffer.concat([json, length]);
}

/** @returns the description, and how many bytes of content stand before it */
export async function readFooter(file: FileHandle): Promise<Footer & { size: number; modifiedAt: Date }> {
  const { size: fileSize, mtime } = await file.stat();
  const length =
    fileSize < LENGTH_BYTES
      ? LONGEST_FOOTER + 1
      : (await readAt(file, fileSize - LENGTH_BYTES, LENGTH_BYTES)).readUInt32BE();
  const size = fileSize - LENGTH_BYTES - length;
  if (length > LONGEST_FOOTER || size < 0) throw damaged();
  const json = await readAt(file, size, length);
  try {
    const { contentType, sha256 } = JSON.parse(json.toString()) as Footer;
    return { contentType, sha256, size, modifiedAt: mtime };
  } catch {
    throw damaged();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead !== length) throw damaged();
  return bytes;
}

function damaged(): ObjectStorageError {
  return new ObjectStorageError('damaged', 'The stored file is cut short, or was not written by the object storage.');
}
