import { describe, expect, it } from '@jest/globals';

import { exifOrientation } from './exif.js';

const UPRIGHT = { mirrored: false, turns: 0 };

/** A TIFF header and one field: the orientation. */
function exif(value: number, little = true): Buffer {
  const data = Buffer.alloc(26);
  data.write(little ? 'II' : 'MM', 'latin1');
  const short = (number: number, at: number) =>
    little ? data.writeUInt16LE(number, at) : data.writeUInt16BE(number, at);
  const long = (number: number, at: number) =>
    little ? data.writeUInt32LE(number, at) : data.writeUInt32BE(number, at);
  short(42, 2);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(value, 18);
  return data;
}

function jpeg(data: Buffer): Buffer {
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), data]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(segment.length + 2);
  const other = Buffer.from([0xff, 0xe0, 0, 4, 1, 2]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    other,
    Buffer.from([0xff, 0xe1]),
    length,
    segment,
    Buffer.from([0xff, 0xda, 0, 2]),
  ]);
}

describe('exifOrientation', () => {
  it.each([
    [1, false, 0],
    [2, true, 0],
    [3, false, 2],
    [4, true, 2],
    [5, true, 3],
    [6, false, 1],
    [7, true, 1],
    [8, false, 3],
  ])('tells the value %i of a JPEG in either byte order', (value, mirrored, turns) => {
    expect(exifOrientation(jpeg(exif(value)))).toEqual({ mirrored, turns });
    expect(exifOrientation(jpeg(exif(value, false)))).toEqual({ mirrored, turns });
  });

  it('tells that of a PNG and of a WebP', () => {
    const data = exif(6);
    const png = Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
      frame(data.length, 'eXIf'),
      data,
      Buffer.alloc(4),
    ]);
    const webp = Buffer.concat([
      Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
      Buffer.from('EXIF\u001a\0\0\0', 'latin1'),
      data,
    ]);
    expect(exifOrientation(png)).toEqual({ mirrored: false, turns: 1 });
    expect(exifOrientation(webp)).toEqual({ mirrored: false, turns: 1 });
  });

  it.each([
    ['a value that does not exist', jpeg(exif(9))],
    ['data that are cut off', jpeg(exif(6)).subarray(0, 25)],
    ['a picture without any', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2])],
  ])('takes %s for upright', (_what, bytes) => {
    expect(exifOrientation(bytes)).toEqual(UPRIGHT);
  });
});

function frame(length: number, name: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return Buffer.concat([size, Buffer.from(name, 'latin1')]);
}
