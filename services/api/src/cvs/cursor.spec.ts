import { AppError } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';

import { decodeCursor, decodeNumberCursor, encodeCursor, encodeNumberCursor } from './cursor.js';

const ID = '01a1f7f0-2fd2-768e-bb50-4f2db97f654f';
const packed = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('cursors', () => {
  it('survive a round trip to the millisecond', () => {
    const value = new Date('2026-11-20T07:51:15.655Z');
    expect(decodeCursor(encodeCursor('-updatedAt', value, ID), '-updatedAt')).toEqual({ value, id: ID });
  });

  it('survive a round trip with a title', () => {
    const value = 'Ärztin «Notfall» 😀';
    expect(decodeCursor(encodeCursor('title', value, ID), 'title')).toEqual({ value, id: ID });
  });

  it('are refused for another order than they were made for', () => {
    expect(() => decodeCursor(encodeCursor('createdAt', new Date(), ID), '-createdAt')).toThrow(AppError);
  });

  it.each([
    '',
    'x',
    packed(),
    packed('-updatedAt', 1, 'no id'),
    packed('-updatedAt', 'a title', ID),
    packed('-updatedAt', 9e15, ID),
    packed('-updatedAt', -1, ID),
  ])('refuse %p', (cursor) => {
    expect(() => decodeCursor(cursor, '-updatedAt')).toThrow('nextCursor');
  });

  it.each([packed('title', 1, ID), packed('title', 'a\0', ID)])('refuse %p for titles', (cursor) => {
    expect(() => decodeCursor(cursor, 'title')).toThrow('nextCursor');
  });
});

describe('cursors of numbered lists', () => {
  it('survive a round trip', () => {
    expect(decodeNumberCursor(encodeNumberCursor('versions', 7), 'versions')).toBe(7);
  });

  it.each(['', packed('versions'), packed('versions', 2 ** 31), packed('versions', '7'), packed('other', 7)])(
    'refuse %p',
    (cursor) => {
      expect(() => decodeNumberCursor(cursor, 'versions')).toThrow('nextCursor');
    },
  );
});
