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
  it('is a page at 150 dpi, the first unless another is asked for', async () => {
    const { bytes, mediaType, pages } = await renderCv({
      document: sample('executive'),
      template: 'modern',
      format: 'png',
    });
    expect([mediaType, pages]).toEqual(['image/png', 4]);
    const [width, height] = sizeOf(bytes);
    expect(width).toBe(1240);
    // A4: 210 × 297 mm.
    expect(height / width).toBeCloseTo(297 / 210, 2);
    expect(variety(bytes)).toBeGreaterThan(200);
    const second = await renderCv({
      document: sample('executive'),
      template: 'modern',
      format: 'png',
      options: { page: 2 },
    });
    expect(sizeOf(second.bytes)).toEqual([width, height]);
    expect(Buffer.from(second.bytes).equals(Buffer.from(bytes))).toBe(false);
    expect(variety(second.bytes)).toBeGreaterThan(200);
  });

  it('of a page that does not exist is refused, naming the option', async () => {
    const beyond = renderCv({ document: sample('nurse'), template: 'classic', format: 'svg', options: { page: 9 } });
    await expect(beyond).rejects.toMatchObject({ code: 'invalid_options', problems: [{ pointer: '/page' }] });
  });

  it('as SVG is that page only, and says whose it is', async () => {
    const svg = async (page: number) =>
      new TextDecoder().decode(
        (await renderCv({ document: sample('executive'), template: 'modern', format: 'svg', options: { page } })).bytes,
      );
    const [first, last] = [await svg(1), await svg(4)];
    expect(/viewBox="0 (\S+)/.exec(first)?.[1]).toBe('0');
    expect(Number(/viewBox="0 (\S+)/.exec(last)?.[1])).toBeCloseTo(3 * 841.89, 1);
    expect(/<title>([^<]*)<\/title>/.exec(first)?.[1]).toMatch(/ – /);
    expect(first.match(/class="typst-group" transform/g)?.length).not.toBe(
      last.match(/class="typst-group" transform/g)?.length,
    );
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
