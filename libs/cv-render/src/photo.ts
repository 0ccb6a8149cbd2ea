import { crc32 } from 'node:zlib';

import type { Resume } from '@discover/cv-model';

import { orientationOf } from './orientation.js';

/** No portrait needs more; what is larger is shown without, as is what no viewer could decode in little time. */
const MAX_BYTES = 5 * 2 ** 20;
const MAX_PIXELS = 16e6;

/** A picture whose frame has been checked: its kind, its size and that it is complete. Its pixels have not been decoded. */
export interface Photo {
  bytes: Uint8Array;
  format: 'png' | 'jpg' | 'webp';
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  /** How its rows lie, 1 to 8: see `orientationOf`. */
  orientation: number;
}

interface Size {
  width: number;
  height: number;
}

/**
 * The photo of a render: the bytes that were given beside the document, else the document's own if `basics.image` is a
 * data URI. An address is never fetched. Undefined if there is none, or none that is safe to decode.
 */
export function photoOf(document: Resume, given: Uint8Array | undefined): Photo | undefined {
  const bytes = given ?? fromDataUri((document as Partial<Resume> | null)?.basics?.image);
  return bytes === undefined ? undefined : readPhoto(bytes);
}

/** Base64 of a photo as `data:` URI, for HTML. */
export function dataUri({ bytes, mediaType }: Photo): string {
  return `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

function fromDataUri(image: unknown): Uint8Array | undefined {
  if (typeof image !== 'string') return undefined;
  const [head] = /^data:image\/(?:png|jpe?g|webp);base64,/i.exec(image) ?? [];
  if (head === undefined || image.length > head.length + MAX_BYTES * 1.4) return undefined;
  return Buffer.from(image.slice(head.length), 'base64');
}

/** What the bytes are is read from themselves: names and declared types are not to be trusted. */
function readPhoto(bytes: Uint8Array): Photo | undefined {
  if (bytes.byteLength > MAX_BYTES) return undefined;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (data.subarray(0, 8).equals(PNG_SIGNATURE))
      return fit(sizeOfPng(data), { bytes, format: 'png', mediaType: 'image/png', orientation: 1 });
    if (data[0] === 0xff && data[1] === 0xd8)
      return fit(sizeOfJpeg(data), { bytes, format: 'jpg', mediaType: 'image/jpeg', orientation: orientationOf(data) });
    if (data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP')
      return fit(sizeOfWebp(data), { bytes, format: 'webp', mediaType: 'image/webp', orientation: 1 });
  } catch (error) {
    // Reading past the end: the file is cut off.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_OUT_OF_RANGE') throw error;
  }
  return undefined;
}

function fit(size: Size | undefined, photo: Photo): Photo | undefined {
  return size !== undefined && size.width > 0 && size.height > 0 && size.width * size.height <= MAX_PIXELS
    ? photo
    : undefined;
}

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** PNG (third edition): chunks with checksums, from IHDR to IEND. */
function sizeOfPng(data: Buffer): Size | undefined {
  let size: Size | undefined;
  for (let at = 8; ;) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    if (data.readUInt32BE(at + 8 + length) !== crc32(data.subarray(at + 4, at + 8 + length))) return undefined;
    if (type === 'IHDR') size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) };
    if (type === 'IEND') return size;
    at += 12 + length;
  }
}

/** JPEG (ITU-T T.81, B.1): the frame header says the size. Grey or three colours: inks (CMYK) are for printers. */
function sizeOfJpeg(data: Buffer): Size | undefined {
  for (let at = 2; ;) {
    if (data.readUInt8(at) !== 0xff) return undefined;
    const marker = data.readUInt8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const components = data.readUInt8(at + 9);
      // Cut off, it has no end-of-image marker.
      if ((components !== 1 && components !== 3) || data.lastIndexOf('\xff\xd9', undefined, 'latin1') < at)
        return undefined;
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
}

/** WebP (RFC 9649): extended, lossless or lossy; the file's length stands in its head. */
function sizeOfWebp(data: Buffer): Size | undefined {
  if (data.readUInt32LE(4) + 8 > data.length) return undefined;
  switch (data.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = data.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}
