import { AppError } from '@discover/contracts';
import { z } from 'zod';

const Cursor = z.tuple([z.string(), z.number().int(), z.uuid()]);

/** Where a page ended: the order it was in, the sort value and the id of its last item. Opaque to clients. */
export function encodeCursor(sort: string, value: Date, id: string): string {
  return Buffer.from(JSON.stringify([sort, value.getTime(), id])).toString('base64url');
}

/** @throws AppError `invalid_cursor`, also for one of another order: it would skip or repeat items */
export function decodeCursor(cursor: string, sort: string): { value: Date; id: string } {
  try {
    const [cursorSort, value, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (cursorSort === sort) return { value: new Date(value), id };
  } catch {
    // Told below: whatever it was, it is not one that we gave out.
  }
  throw new AppError('invalid_cursor', 'Use `nextCursor` as it was given, with the same `sort`, or begin without one.');
}
