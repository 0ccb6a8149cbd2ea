import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { describe, expect, it } from '@jest/globals';

import { sniff } from './sniff.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** In pieces of `size` bytes, as a network would bring it. */
function inPieces(bytes: Buffer, size: number): Readable {
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    ),
    { objectMode: false },
  );
}

describe('sniff', () => {
  it.each([1, 100, 4_100, 100_000])('hands every byte on, whether they come %i at a time', async (size) => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 'x')]);
    const { mediaType, stream } = await sniff(inPieces(bytes, size));
    expect(mediaType).toBe('application/pdf');
    expect((await buffer(stream)).equals(bytes)).toBe(true);
  });

  it('takes text for text, in UTF-8 and UTF-16', async () => {
    for (const bytes of [Buffer.from('Curriculum vitæ'), Buffer.from('\ufeffCV', 'utf16le')]) {
      expect((await sniff(inPieces(bytes, 3))).mediaType).toBe('text/plain');
    }
  });

  it('takes a picture, which may be of a CV', async () => {
    expect((await sniff(inPieces(PNG, 10))).mediaType).toBe('image/png');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty_document'],
    ['a program', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex'), 'unsupported_media_type'],
    ['random bytes', Buffer.from([1, 0, 2, 0, 3]), 'unsupported_media_type'],
  ])('refuses %s and reads the rest away', async (_what, bytes, code) => {
    const source = inPieces(bytes, 10);
    await expect(sniff(source)).rejects.toMatchObject({ code });
    await new Promise((resolve) => (source.readableEnded ? resolve(null) : source.once('end', resolve)));
  });
});
