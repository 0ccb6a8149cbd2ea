import type { QuarterTurns } from '../../ocr/raster.js';

/** How the camera was held: turns that put the picture upright, after a mirroring if there is one. */
export interface Orientation {
  mirrored: boolean;
  turns: QuarterTurns;
}

const UPRIGHT: Orientation = { mirrored: false, turns: 0 };
/** Values 1…8 of the orientation tag (Exif 2.3, 4.6.4). */
const ORIENTATIONS: readonly Orientation[] = [
  UPRIGHT,
  { mirrored: true, turns: 0 },
  { mirrored: false, turns: 2 },
  { mirrored: true, turns: 2 },
  { mirrored: true, turns: 3 },
  { mirrored: false, turns: 1 },
  { mirrored: true, turns: 1 },
  { mirrored: false, turns: 3 },
];
const ORIENTATION_TAG = 0x0112;
const MAX_FIELDS = 200;

/** The orientation that Exif data say, in a JPEG's APP1, a PNG's eXIf or a WebP's EXIF part; upright without. */
export function exifOrientation(bytes: Uint8Array): Orientation {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const at = exifStart(view);
    return at === null ? UPRIGHT : orientationIn(view, at);
  } catch {
    // Cut off inside its Exif data: the picture itself decides whether it can be read.
    return UPRIGHT;
  }
}

function exifStart(view: DataView): number | null {
  if (view.getUint16(0) === 0xffd8) return inJpeg(view);
  if (view.getUint32(0) === 0x89504e47) return inChunks(view, 8, 'eXIf');
  if (name(view, 0) === 'RIFF') return inChunks(view, 12, 'EXIF');
  return null;
}

/** Markers with lengths stand one after the other until the picture's data begin. */
function inJpeg(view: DataView): number | null {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return null;
    if (marker === 0xe1 && name(view, at + 4) === 'Exif') return at + 10;
  }
  return null;
}

/** PNG: length, name, data, checksum. RIFF: name, length (little-endian), data, to an even length. */
function inChunks(view: DataView, start: number, wanted: 'eXIf' | 'EXIF'): number | null {
  const png = wanted === 'eXIf';
  for (let at = start; at + 8 <= view.byteLength;) {
    const length = png ? view.getUint32(at) : view.getUint32(at + 4, true);
    if (name(view, png ? at + 4 : at) === wanted) {
      // Some writers put JPEG's prefix before it.
      return name(view, at + 8) === 'Exif' ? at + 14 : at + 8;
    }
    at += 8 + (png ? length + 4 : length + (length & 1));
  }
  return null;
}

/** Exif data are a TIFF of their own. */
function orientationIn(view: DataView, start: number): Orientation {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const fields = Math.min(view.getUint16(directory, little), MAX_FIELDS);
  for (let field = 0; field < fields; field++) {
    const at = directory + 2 + 12 * field;
    if (view.getUint16(at, little) === ORIENTATION_TAG)
      return ORIENTATIONS[view.getUint16(at + 8, little) - 1] ?? UPRIGHT;
  }
  return UPRIGHT;
}

function name(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}
