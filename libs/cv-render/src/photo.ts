import type { Resume } from '@discover/cv-model';

import { readPictureHeader } from './photos/header.js';

/** No portrait needs more; what is larger is shown without, as is what no viewer could decode in little time. */
const MAX_BYTES = 5 * 2 ** 20;
const MAX_PIXELS = 16e6;

/** A picture whose frame has been checked: its kind, its size and that it is complete. Its pixels have not been decoded. */
export interface Photo {
  bytes: Uint8Array;
  format: 'png' | 'jpg' | 'webp';
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Pixels, as its rows lie. */
  width: number;
  height: number;
  /** How its rows lie, 1 to 8: see `exifOrientation`. */
  orientation: number;
}

/**
 * The photo of a render: the bytes that were given beside the document, else the document's own if `basics.image` is a
 * data URI. An address is never fetched. Undefined if there is none, or none that is safe to decode.
 */
export function photoOf(document: Resume, given: Uint8Array | undefined): Photo | undefined {
  const bytes = given ?? fromDataUri((document as Partial<Resume> | null)?.basics?.image);
  return bytes === undefined ? undefined : readPhoto(bytes);
}

/** For HTML. */
export function dataUri(photo: Photo): string {
  return `data:${photo.mediaType};base64,${base64(photo)}`;
}

export function base64({ bytes }: Photo): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function fromDataUri(image: unknown): Uint8Array | undefined {
  if (typeof image !== 'string') return undefined;
  const [head] = /^data:image\/(?:png|jpe?g|webp);base64,/i.exec(image) ?? [];
  if (head === undefined || image.length > head.length + MAX_BYTES * 1.4) return undefined;
  return Buffer.from(image.slice(head.length), 'base64');
}

/** Only what Typst reads, and JPEGs without the inks of printers. It turns JPEGs upright, and nothing else. */
function readPhoto(bytes: Uint8Array): Photo | undefined {
  if (bytes.byteLength > MAX_BYTES) return undefined;
  const header = readPictureHeader(bytes);
  if (!header || header.format === 'avif' || ![undefined, 1, 3].includes(header.components)) return undefined;
  if (header.width * header.height > MAX_PIXELS) return undefined;
  const { format, width, height } = header;
  const orientation = format === 'jpg' ? header.orientation : 1;
  return { bytes, format, mediaType: MEDIA_TYPES[format], width, height, orientation };
}

const MEDIA_TYPES = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;
