import { deflateSync } from 'node:zlib';

import { afterAll, describe, expect, it } from '@jest/globals';
import { Transformer } from '@napi-rs/image';

import { PhotoPool, type PhotoCut, type PhotoFormat, type PreparedPhoto } from '../src/index.js';
import { readPictureHeader } from '../src/photos/header.js';
import { cornersOf, jpegWithExif, pngChunk, pngWithExif, quarters, SECRET, webpWithExif } from './pictures.js';
import { portrait } from './samples.js';
import { TURNED_AVIF } from './turned-avif.js';

const ALL = [1, 2, 3, 4, 5, 6, 7, 8];
/** What the corners of `quarters` show once it is turned upright from how its rows lie. */
const UPRIGHT: Record<number, string> = {
  1: 'RGBY',
  2: 'GRYB',
  3: 'YBGR',
  4: 'BYRG',
  5: 'RBGY',
  6: 'BRYG',
  7: 'YGBR',
  8: 'GYRB',
};

const fileOf = ({ files }: PreparedPhoto, cut: PhotoCut, format: PhotoFormat): Uint8Array =>
  files.find((file) => file.cut === cut && file.format === format)!.bytes;
const sizeOf = (bytes: Uint8Array) => {
  const { width, height } = new Transformer(bytes).metadataSync();
  return [width, height];
};

/** A PNG that claims a size and holds these rows. */
function png(width: number, height: number, rows: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const parts = [pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([portrait().subarray(0, 8), ...parts]);
}

describe('a photo', () => {
  const pool = new PhotoPool();
  afterAll(() => pool.close());

  it('is made in every size up to its own, as squares and as a whole, in every format', async () => {
    const prepared = await pool.prepare(portrait());
    expect(prepared).toMatchObject({ width: 320, height: 400 });
    expect(new Set(prepared.files.map(({ cut }) => cut))).toEqual(new Set(['full', 64, 128, 256, 512]));
    for (const { cut, format, bytes } of prepared.files) {
      const header = readPictureHeader(bytes)!;
      const edge = typeof cut === 'number' ? Math.min(cut, 320) : 0;
      expect([format, header.format, header.width, header.height]).toEqual([
        format,
        format,
        ...(cut === 'full' ? [320, 400] : [edge, edge]),
      ]);
    }
  });

  it('is never larger than what is in use', async () => {
    const prepared = await pool.prepare(quarters(3000, 1500).jpegSync(80));
    expect(prepared).toMatchObject({ width: 1024, height: 512 });
    expect(sizeOf(fileOf(prepared, 1024, 'jpg'))).toEqual([1024, 1024]);
  });

  it.each([
    ['JPEG', ALL.map((orientation) => ({ orientation, bytes: jpegWithExif(quarters().jpegSync(95), orientation) }))],
    ['PNG', ALL.map((orientation) => ({ orientation, bytes: pngWithExif(quarters().pngSync(), orientation) }))],
    [
      'WebP',
      ALL.map((orientation) => ({ orientation, bytes: webpWithExif(quarters().webpLosslessSync(), orientation) })),
    ],
    ['AVIF', TURNED_AVIF.map(({ orientation, base64 }) => ({ orientation, bytes: Buffer.from(base64, 'base64') }))],
  ])(
    'is turned upright however its rows lie: %s',
    async (_, pictures) => {
      for (const { orientation, bytes } of pictures) {
        const prepared = await pool.prepare(bytes);
        expect([orientation, prepared.width, prepared.height]).toEqual([
          orientation,
          ...(orientation >= 5 ? [80, 64] : [64, 80]),
        ]);
        expect([orientation, cornersOf(fileOf(prepared, 'full', 'webp'))]).toEqual([orientation, UPRIGHT[orientation]]);
        expect(cornersOf(fileOf(prepared, 'full', 'avif'))).toBe(UPRIGHT[orientation]);
      }
    },
    30_000,
  );

  it('has nothing left of what was beside its pixels', async () => {
    const pictures = [
      jpegWithExif(quarters().jpegSync(95), 1),
      pngWithExif(quarters().pngSync(), 1),
      webpWithExif(quarters().webpLosslessSync(), 1),
    ];
    for (const picture of pictures) {
      expect(picture.includes(SECRET)).toBe(true);
      for (const { bytes } of (await pool.prepare(picture)).files) {
        expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
        expect(Buffer.from(bytes).includes('Exif')).toBe(false);
      }
    }
  });

  it('is on white where it is transparent', async () => {
    const pixels = Buffer.alloc(100 * 100 * 4);
    const prepared = await pool.prepare(Transformer.fromRgbaPixels(pixels, 100, 100).pngSync());
    for (const format of ['avif', 'webp', 'jpg'] as const)
      expect(cornersOf(fileOf(prepared, 'full', format))).toBe('WWWW');
  });

  it('has a hash that names its content', async () => {
    const [first, again, other] = await Promise.all([
      pool.prepare(quarters().pngSync()),
      pool.prepare(pngWithExif(quarters().pngSync(), 1)),
      pool.prepare(pngWithExif(quarters().pngSync(), 3)),
    ]);
    expect(first.hash).toMatch(/^[0-9a-f]{32}$/);
    expect(again.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
  });
});

describe('a picture is refused', () => {
  const pool = new PhotoPool();
  afterAll(() => pool.close());
  const cut = portrait().subarray(0, 4000);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);

  it.each([
    ['is cut off', cut, 'corrupt_picture'],
    ['is a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), 'corrupt_picture'],
    ['is a HEIC', heic, 'corrupt_picture'],
    ['is a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'corrupt_picture'],
    ['is empty', Buffer.alloc(0), 'corrupt_picture'],
    ['has broken pixels in a sound frame', png(200, 200, deflateSync(Buffer.alloc(7))), 'corrupt_picture'],
    ['claims more pixels than are decoded', png(50_000, 50_000, deflateSync(Buffer.alloc(7))), 'picture_too_large'],
    ['is a dot', quarters(16, 16).pngSync(), 'picture_too_small'],
    ['is a line', quarters(64, 4000).pngSync(), 'picture_too_small'],
  ])('that %s', async (_, bytes, code) => {
    await expect(pool.prepare(bytes)).rejects.toMatchObject({ name: 'PhotoError', code });
  });

  it.each([
    ['time', { timeoutMs: 1 }, 'timeout'],
    ['memory', { memoryMb: 20 }, 'picture_too_large'],
  ])('that takes too much %s', async (_, bound, code) => {
    const bounded = new PhotoPool(bound);
    await expect(bounded.prepare(quarters(4000, 4000).jpegSync(90))).rejects.toMatchObject({ code });
    await bounded.close();
  });

  it('when nobody waits for it, and the next one is well', async () => {
    const abort = new AbortController();
    const refused = expect(pool.prepare(quarters(4000, 4000).jpegSync(90), abort.signal)).rejects.toThrow('gone');
    abort.abort(new Error('gone'));
    await refused;
    await expect(pool.prepare(portrait())).resolves.toMatchObject({ width: 320 });
  });
});
