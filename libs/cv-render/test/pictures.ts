import { crc32 } from 'node:zlib';

import { Transformer } from '@napi-rs/image';

/** Words that stand in the metadata of every picture made here. */
export const SECRET = 'taken at 47.3769, 8.5417';

const COLOURS = { R: [255, 0, 0], G: [0, 255, 0], B: [0, 0, 255], Y: [255, 255, 0], W: [255, 255, 255] } as const;

/** Red and green above blue and yellow. */
export function quarters(width = 64, height = 80): Transformer {
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const name = y < height / 2 ? (x < width / 2 ? 'R' : 'G') : x < width / 2 ? 'B' : 'Y';
      pixels.set(COLOURS[name], (y * width + x) * 4);
    }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

/** What stands in the four corners, row by row: `RGBY` for an upright one. */
export function cornersOf(picture: Uint8Array): string {
  const { width, height } = new Transformer(picture).metadataSync();
  const pixels = new Transformer(picture).rawPixelsSync();
  const bytes = pixels.length / (width * height);
  const at = (x: number, y: number) => nearest([...pixels.subarray((y * width + x) * bytes).subarray(0, 3)]);
  const [right, foot] = [width - 8, height - 8];
  return [at(8, 8), at(right, 8), at(8, foot), at(right, foot)].join('');
}

function nearest(pixel: readonly number[]): string {
  const distance = (colour: readonly number[]) =>
    colour.reduce((sum, value, channel) => sum + Math.abs(value - pixel[channel]!), 0);
  return Object.entries(COLOURS).sort(([, a], [, b]) => distance(a) - distance(b))[0]![0];
}

/** Exif data: how the rows lie, and where the picture was taken. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(38 + SECRET.length);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  entry(tiff, 10, [0x010e, 2, SECRET.length, 38]);
  entry(tiff, 22, [0x0112, 3, 1, orientation << 16]);
  tiff.write(SECRET, 38, 'latin1');
  return tiff;
}

function entry(tiff: Buffer, at: number, [tag, type, count, value]: readonly [number, number, number, number]): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}

export function jpegWithExif(jpeg: Buffer, orientation: number): Buffer {
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

export function pngChunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export function pngWithExif(png: Buffer, orientation: number): Buffer {
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), pngChunk('eXIf', exif(orientation)), png.subarray(afterHeader)]);
}

/** An extended WebP (RFC 9649) around the picture of a simple one. */
export function webpWithExif(webp: Buffer, orientation: number, width = 64, height = 80): Buffer {
  const extended = Buffer.alloc(10);
  extended[0] = 0x08;
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const chunk = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const picture = webp.subarray(12, 20 + webp.readUInt32LE(16) + (webp.readUInt32LE(16) % 2));
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', extended), picture, chunk('EXIF', exif(orientation))]);
  const head = Buffer.alloc(8);
  head.write('RIFF');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
