import { DocumentBuilder } from '../document/builder.js';
import type { Range, TextDocument } from '../document/model.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { PLAIN_LOOK } from './flow/blocks.js';

/** A file of data as a document: its text as it is, so that a place in the file is a place in the document. */
export function sourceDocument(text: string): TextDocument {
  const builder = new DocumentBuilder(DEFAULT_LIMITS.maxBytes);
  for (const line of text.split('\n'))
    builder.add({ page: 1, cells: [[{ text: line, look: PLAIN_LOOK }]], gap: 0, indent: 0, region: 0 });
  return builder.build(1);
}

/** What lies between the ranges, from 0 to `length`. */
export function complement(ranges: readonly Range[], length: number): Range[] {
  const gaps: Range[] = [];
  let last = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    gaps.push({ start: last, end: start });
    last = end;
  }
  return [...gaps, { start: last, end: length }];
}
