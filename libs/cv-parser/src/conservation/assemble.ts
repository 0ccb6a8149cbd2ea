import type { Reading, Resume, UnmappedText } from '@discover/cv-model';

import { isConnective } from '../lexicon/index.js';
import type { Range, TextDocument } from '../document/model.js';
import { Sourced, type Draft } from './sourced.js';

/** What a reading says about its values: the part that follows from the draft and the text alone. */
export type Assembled = Pick<Reading, 'document' | 'confidence' | 'provenance' | 'unmapped' | 'coverage'>;

/** Signs that part or mark text and say nothing themselves. */
const SEPARATORS = /^[\s\p{P}\p{S}]*$/u;

/** Turns a draft into a resume with confidence and provenance by JSON pointer, and accounts for every character. */
export function assemble(draft: Draft<Resume>, source: TextDocument, decoration: readonly Range[]): Assembled {
  const confidence: Reading['confidence'] = {};
  const provenance: Reading['provenance'] = {};
  const taken = new Uint8Array(source.text.length);

  const walk = (value: unknown, pointer: string): unknown => {
    if (Sourced.is(value)) {
      confidence[pointer] = round(value.confidence * source.certainty(value.ranges));
      provenance[pointer] = value.ranges.flatMap((range) => source.spans(range));
      for (const range of value.ranges) taken.fill(1, range.start, range.end);
      return value.value;
    }
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${pointer}/${index}`));
    const members = Object.entries(value as object).filter(([, member]) => member !== undefined && !isVoid(member));
    return Object.fromEntries(
      members.map(([key, member]) => [
        key,
        walk(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      ]),
    );
  };
  const document = walk(draft, '') as Resume;
  for (const range of decoration) taken.fill(1, range.start, range.end);
  const unmapped = findUnmapped(source, taken);
  return { document, confidence, provenance, unmapped, coverage: coverage(source, unmapped) };
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

function isVoid(value: unknown): boolean {
  if (Sourced.is(value)) return value.value === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The stretches of text, line by line, that nothing took and that are more than signs and words between two values. */
function findUnmapped(source: TextDocument, taken: Uint8Array): UnmappedText[] {
  const unmapped: UnmappedText[] = [];
  for (const line of source.lines) {
    let start = line.start;
    while (start < line.end) {
      while (start < line.end && taken[start] === 1) start++;
      let end = start;
      while (end < line.end && taken[end] === 0) end++;
      const text = source.text.slice(start, end);
      if (end > start && !SEPARATORS.test(text) && !isConnective(text)) {
        const lead = text.length - text.trimStart().length;
        const range = { start: start + lead, end: start + text.trimEnd().length };
        for (const span of source.spans(range))
          unmapped.push({ ...span, text: source.text.slice(span.start, span.end) });
      }
      start = end;
    }
  }
  return unmapped;
}

function coverage(source: TextDocument, unmapped: readonly UnmappedText[]): number {
  const all = inkLength(source.text);
  const lost = unmapped.reduce((sum, part) => sum + inkLength(part.text), 0);
  return all === 0 ? 0 : Math.round((1 - lost / all) * 1000) / 1000;
}

function inkLength(text: string): number {
  return text.replace(/\s/g, '').length;
}
