import { describe, expect, it } from '@jest/globals';

import { inflateSync } from 'node:zlib';

import { renderCv } from '../src/index.js';
import { sample } from './samples.js';

/** Width and height stand at a fixed place of every PNG. */
function sizeOf(bytes: Uint8Array): [width: number, height: number] {
  const png = Buffer.from(bytes);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The different bytes in its unpacked rows: few for an empty page, many for text in colours. */
function variety(bytes: Uint8Array): number {
  const png = Buffer.from(bytes);
  const chunks: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.subarray(at + 4, at + 8).toString() === 'IDAT')
      chunks.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return new Set(inflateSync(Buffer.concat(chunks))).size;
}

describe('a picture', () => {
  it('is the first page at 150 dpi', async () => {
    const { bytes, mediaType, pages } = await renderCv({
      document: sample('executive'),
      template: 'modern',
      format: 'png',
    });
    expect([mediaType, pages]).toEqual(['image/png', 1]);
    const [width, height] = sizeOf(bytes);
    expect(width).toBe(1240);
    // A4: 210 × 297 mm.
    expect(height / width).toBeCloseTo(297 / 210, 2);
    expect(variety(bytes)).toBeGreaterThan(200);
  });

  it('for previews of links has the size that Open Graph asks for', async () => {
    const { bytes } = await renderCv({ document: sample('engineer'), template: 'modern', format: 'og' });
    expect(sizeOf(bytes)).toEqual([1200, 630]);
  });

  it('of another document is another, and of the same the same', async () => {
    const of = async (name: string) =>
      Buffer.from((await renderCv({ document: { basics: { name } }, template: 'classic', format: 'og' })).bytes);
    const ada = await of('Ada');
    expect(ada.equals(await of('Ada'))).toBe(true);
    expect(ada.equals(await of('Grace'))).toBe(false);
  });
});
