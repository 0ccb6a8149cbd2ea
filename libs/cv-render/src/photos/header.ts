import { crc32 } from 'node:zlib';

import { readAvif } from './avif.js';
import { exifOrientation } from './exif.js';

/** What the frame of a picture says of it; its pixels have not been decoded. */
export interface PictureHeader {
  format: 'png' | 'jpg' | 'webp' | 'avif';
  /** Pixels, as its rows lie. */
  width: number;
  height: number;
  /** How its rows lie, 1 to 8: see `exifOrientation`. */
  orientation: number;
  /** 1 grey, 3 colours, 4 inks for printers; of JPEGs. */
  components?: number;
}

/**
 * What the bytes are is read from themselves: names and declared types are not to be trusted. Undefined for what is no
 * PNG, JPEG, WebP or AVIF, is cut off, or has no pixels.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const header = readByKind(data);
    return header && header.width > 0 && header.height > 0 ? header : undefined;
  } catch (error) {
    // Reading past the end: the file is cut off.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_OUT_OF_RANGE') throw error;
    return undefined;
  }
}

function readByKind(data: Buffer): PictureHeader | undefined {
  if (data.subarray(0, 8).equals(PNG_SIGNATURE)) return readPng(data);
  if (data[0] === 0xff && data[1] === 0xd8) return readJpeg(data);
  if (data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP') return readWebp(data);
  return readAvif(data);
}

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** PNG (third edition): chunks with checksums, from IHDR to IEND. */
function readPng(data: Buffer): PictureHeader | undefined {
  let size: Pick<PictureHeader, 'width' | 'height'> | undefined;
  let orientation = 1;
  for (let at = 8; ;) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    if (data.readUInt32BE(at + 8 + length) !== crc32(data.subarray(at + 4, at + 8 + length))) return undefined;
    if (type === 'IHDR') size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) };
    if (type === 'eXIf') orientation = exifOrientation(data.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return size && { format: 'png', ...size, orientation };
    at += 12 + length;
  }
}

/** JPEG (ITU-T T.81, B.1): the frame header says the size. */
function readJpeg(data: Buffer): PictureHeader | undefined {
  for (let at = 2; ;) {
    if (data.readUInt8(at) !== 0xff) return undefined;
    const marker = data.readUInt8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      // Cut off, it has no end-of-image marker.
      if (data.lastIndexOf('\xff\xd9', undefined, 'latin1') < at) return undefined;
      const [height, width] = [data.readUInt16BE(at + 5), data.readUInt16BE(at + 7)];
      return { format: 'jpg', width, height, orientation: jpegOrientation(data), components: data.readUInt8(at + 9) };
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
}

/** The segment with Exif data stands at the beginning of the file. */
export function jpegOrientation(jpeg: Buffer): number {
  const start = jpeg.indexOf('Exif\0\0', 0, 'latin1');
  return start < 0 || start > 4096 ? 1 : exifOrientation(jpeg.subarray(start + 6));
}

/** WebP (RFC 9649): extended, lossless or lossy; the file's length stands in its head. */
function readWebp(data: Buffer): PictureHeader | undefined {
  const end = data.readUInt32LE(4) + 8;
  if (end > data.length) return undefined;
  const size = sizeOfWebp(data);
  return size && { format: 'webp', ...size, orientation: webpOrientation(data.subarray(0, end)) };
}

function sizeOfWebp(data: Buffer): Pick<PictureHeader, 'width' | 'height'> | undefined {
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

function webpOrientation(data: Buffer): number {
  for (let at = 12; at + 8 <= data.length;) {
    const length = data.readUInt32LE(at + 4);
    if (data.toString('latin1', at, at + 4) === 'EXIF') return exifOrientation(data.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return 1;
}
