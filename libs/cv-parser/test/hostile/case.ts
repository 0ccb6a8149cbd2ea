import type { ParseErrorCode } from '@discover/cv-model';

/** What may come of a document: `reading`, or why there is none. */
export type Outcome = 'reading' | ParseErrorCode;

export interface HostileCase {
  name: string;
  /** Made when it is its turn: together they are large. */
  bytes: () => Uint8Array;
  /** Each of them is right. */
  expected: readonly Outcome[];
}

export function hostile(name: string, expected: Outcome | readonly Outcome[], bytes: () => Uint8Array): HostileCase {
  return { name, bytes, expected: typeof expected === 'string' ? [expected] : expected };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes of text whose characters are bytes already. */
export const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
