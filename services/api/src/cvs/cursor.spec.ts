import { AppError } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';

import { decodeCursor, encodeCursor } from './cursor.js';

const ID = '01a1f7f0-2fd2-768e-bb50-4f2db97f654f';

describe('cursors', () => {
  it('survive a round trip to the millisecond', () => {
    const value = new Date('2026-11-20T07:51:15.655Z');
    expect(decodeCursor(encodeCursor('-updatedAt', value, ID), '-updatedAt')).toEqual({ value, id: ID });
  });

  it('are refused for another order than they were made for', () => {
    expect(() => decodeCursor(encodeCursor('createdAt', new Date(), ID), '-createdAt')).toThrow(AppError);
  });

  it.each([
    '',
    'x',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["-updatedAt",1,"no id"]').toString('base64url'),
  ])('refuse %p', (cursor) => {
    expect(() => decodeCursor(cursor, '-updatedAt')).toThrow('nextCursor');
  });
});
