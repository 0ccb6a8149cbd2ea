import { describe, expect, it } from '@jest/globals';

import { jpegOrientation } from './header.js';

/** The beginning of a JPEG with one tag of one value, in either order of bytes. */
function jpeg(little: boolean, tag: number, value: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  const short = (number: number, at: number) =>
    little ? tiff.writeUInt16LE(number, at) : tiff.writeUInt16BE(number, at);
  short(42, 2);
  if (little) tiff.writeUInt32LE(8, 4);
  else tiff.writeUInt32BE(8, 4);
  short(1, 8);
  short(tag, 10);
  short(3, 12);
  short(value, 18);
  return Buffer.concat([Buffer.from('\xff\xd8\xff\xe1\0\x22Exif\0\0', 'latin1'), tiff]);
}

describe('the orientation of a JPEG', () => {
  it.each([
    [jpeg(true, 0x0112, 6), 6],
    [jpeg(false, 0x0112, 8), 8],
    [jpeg(true, 0x0112, 9), 1],
    [jpeg(true, 0x010f, 6), 1],
    [jpeg(false, 0x0112, 3).subarray(0, 20), 1],
    [Buffer.from([0xff, 0xd8]), 1],
  ])('of %# is %i', (bytes, orientation) => expect(jpegOrientation(bytes)).toBe(orientation));
});
