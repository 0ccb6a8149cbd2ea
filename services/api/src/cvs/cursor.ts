import { AppError } from '@discover/contracts';
import { isStorableText } from '@discover/cv-model';
import { z } from 'zod';

/** Up to the last moment that a Date can hold; none before 1970 was ever given out. */
const Moment = z.number().int().min(0).max(8.64e15);
const Cursor = z.union([
  z.tuple([z.string(), Moment, z.uuid()]),
  z.tuple([z.string().endsWith('title'), z.string().max(200).refine(isStorableText), z.uuid()]),
]);

export interface Position {
  /** Of the item that was the last: the value that its page is sorted by. */
  value: Date | string;
  id: string;
}

/** Where a page ended: the order it was in, the sort value and the id of its last item. Opaque to clients. */
export function encodeCursor(sort: string, value: Date | string, id: string): string {
  return pack([sort, value instanceof Date ? value.getTime() : value, id]);
}

/** @throws AppError `invalid_cursor`, also for one of another order: it would skip or repeat items */
export function decodeCursor(cursor: string, sort: string): Position {
  const [cursorSort, value, id] = unpack(cursor, Cursor) ?? [];
  if (id === undefined || cursorSort !== sort || sort.endsWith('title') !== (typeof value === 'string'))
    throw invalidCursor('with the same `sort`');
  return { value: typeof value === 'number' ? new Date(value) : value!, id };
}

const NumberCursor = z.tuple([z.string(), z.int32().min(0)]);

/** For lists that are numbered. */
export function encodeNumberCursor(list: string, number: number): string {
  return pack([list, number]);
}

/** @throws AppError `invalid_cursor` */
export function decodeNumberCursor(cursor: string, list: string): number {
  const [cursorList, number] = unpack(cursor, NumberCursor) ?? [];
  if (number === undefined || cursorList !== list) throw invalidCursor('for the same list');
  return number;
}

function pack(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function unpack<T>(cursor: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    // Whatever it was, it is not one that we gave out.
    return null;
  }
}

function invalidCursor(how: string): AppError {
  return new AppError('invalid_cursor', `Use \`nextCursor\` as it was given, ${how}, or begin without one.`);
}
