import { createHash } from 'node:crypto';

import { FastResizeFilter, ResizeFit, Orientation, Transformer } from '@napi-rs/image';

import type { PictureHeader } from './header.js';
import { FULL, FULL_EDGE, PHOTO_FORMATS, PHOTO_SIZES, sizesFor, type PhotoCut, type PhotoFormat } from './sizes.js';

/** Goes up with every change that makes other bytes of the same picture. */
const VERSION = 1;
/** Of the picture that all others are made of, in pixels: what is longer than four times its height has smaller squares. */
const LONGEST_EDGE = 4096;
/** Where a portrait's square is cut from: what does not fit is lost below rather than above, where the face is. */
const CUT_FROM_TOP = 0.3;

/** From 1 on, as Exif counts them. */
const ORIENTATIONS = [
  Orientation.Horizontal,
  Orientation.MirrorHorizontal,
  Orientation.Rotate180,
  Orientation.MirrorVertical,
  Orientation.MirrorHorizontalAndRotate270Cw,
  Orientation.Rotate90Cw,
  Orientation.MirrorHorizontalAndRotate90Cw,
  Orientation.Rotate270Cw,
];

/** One file of a photo. */
export interface PhotoFile {
  cut: PhotoCut;
  format: PhotoFormat;
  bytes: Uint8Array;
}

export interface PreparedPhoto {
  /** Names the content: equal pictures, equal hashes. 32 hexadecimal digits. */
  hash: string;
  /** Of the one with all of the picture, in pixels, upright. */
  width: number;
  height: number;
  files: PhotoFile[];
}

/** Pixels of four bytes, opaque. */
interface Bitmap {
  width: number;
  height: number;
  pixels: Buffer;
}

/**
 * Decodes a picture and makes it anew in all cuts and formats: upright, on white where it is transparent, and of what was
 * beside its pixels nothing is left. Native code in the calling thread, for seconds and in hundreds of MiB if the picture is
 * large: to be called in a process that can be killed.
 */
export function preparePhoto(bytes: Uint8Array, header: PictureHeader): PreparedPhoto {
  const upright = decode(bytes, header);
  const { width, height } = upright;
  const scale = Math.min(1, FULL_EDGE / Math.max(width, height));
  const full = resized(upright, Math.round(width * scale), Math.round(height * scale));
  const square = squareOf(upright);
  const files = [
    ...encoded(FULL, full),
    ...sizesFor(square.width).flatMap((size) => {
      const edge = Math.min(size, square.width);
      return encoded(size, resized(square, edge, edge));
    }),
  ];
  const original = files.find(({ cut, format }) => cut === FULL && format === 'jpg')!;
  const hash = createHash('sha256').update(`${VERSION}\n`).update(original.bytes).digest('hex').slice(0, 32);
  return { hash, width: full.width, height: full.height, files };
}

/** No larger than the largest square needs it. */
function decode(bytes: Uint8Array, { width, height, orientation }: PictureHeader): Bitmap {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const needed = Math.ceil(longer * Math.min(1, PHOTO_SIZES.at(-1)! / shorter));
  const edge = Math.min(LONGEST_EDGE, needed);
  // TIFF holds whatever comes out, as it is; what is read from it again is only its size and its pixels.
  const tiff = new Transformer(bytes)
    .rotate(ORIENTATIONS[orientation - 1])
    .fastResize({ width: edge, height: edge, fit: ResizeFit.Inside, filter: FastResizeFilter.Lanczos3 })
    .tiffSync();
  const read = new Transformer(tiff);
  const size = read.metadataSync();
  return { width: size.width, height: size.height, pixels: onWhite(read.rawPixelsSync()) };
}

function onWhite(pixels: Buffer): Buffer {
  for (let at = 3; at < pixels.length; at += 4) {
    const alpha = pixels[at]!;
    if (alpha === 255) continue;
    for (let channel = at - 3; channel < at; channel++)
      pixels[channel] = Math.round((pixels[channel]! * alpha + 255 * (255 - alpha)) / 255);
    pixels[at] = 255;
  }
  return pixels;
}

function squareOf({ width, height, pixels }: Bitmap): Bitmap {
  const edge = Math.min(width, height);
  const left = Math.round((width - edge) / 2);
  const top = Math.round((height - edge) * CUT_FROM_TOP);
  const rows = Array.from({ length: edge }, (_, row) => {
    const from = ((top + row) * width + left) * 4;
    return pixels.subarray(from, from + edge * 4);
  });
  return { width: edge, height: edge, pixels: Buffer.concat(rows) };
}

function resized(bitmap: Bitmap, width: number, height: number): Bitmap {
  if (width === bitmap.width && height === bitmap.height) return bitmap;
  const pixels = Transformer.fromRgbaPixels(bitmap.pixels, bitmap.width, bitmap.height)
    .fastResize({ width, height, fit: ResizeFit.Fill })
    .rawPixelsSync();
  return { width, height, pixels };
}

/** Qualities at which they look alike. */
function encoded(cut: PhotoCut, { pixels, width, height }: Bitmap): PhotoFile[] {
  const picture = () => Transformer.fromRgbaPixels(pixels, width, height);
  const encoders: Record<PhotoFormat, () => Buffer> = {
    avif: () => picture().avifSync({ quality: 60, speed: 8, threads: 1 }),
    webp: () => picture().webpSync(82),
    jpg: () => picture().jpegSync(85),
  };
  return PHOTO_FORMATS.map((format) => ({ cut, format, bytes: encoders[format]() }));
}
