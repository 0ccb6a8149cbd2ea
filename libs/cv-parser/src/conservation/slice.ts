import type { Line, Range, TextDocument } from '../document/model.js';

/**
 * A piece of the source's text, known by its place. All that the parser takes out of a document it takes as slices, so
 * a value and where it stands cannot come apart.
 */
export class Slice implements Range {
  constructor(
    readonly document: TextDocument,
    readonly start: number,
    readonly end: number,
  ) {}

  static ofLine(document: TextDocument, line: Line): Slice {
    return new Slice(document, line.textStart, line.end);
  }

  /** The text as printed, with tabs between cells and line breaks. */
  get raw(): string {
    return this.document.text.slice(this.start, this.end);
  }

  /** The text as a reader takes it: on one line, words broken at line ends put together. */
  get text(): string {
    return flatten(this.raw, this.document.text);
  }

  get isEmpty(): boolean {
    return this.raw.trim() === '';
  }

  sub(start: number, end: number): Slice {
    return new Slice(this.document, this.start + start, this.start + Math.max(start, end));
  }

  /** Without white space and separating signs at both ends. */
  trim(signs = /[\s,;:|•·∙–—\-/]/u): Slice {
    const { raw } = this;
    let start = 0;
    let end = raw.length;
    while (start < end && signs.test(raw[start]!)) start++;
    while (end > start && signs.test(raw[end - 1]!)) end--;
    return this.sub(start, end);
  }

  match(pattern: RegExp): { slice: Slice; groups: (Slice | undefined)[] } | null {
    const found = indexed(pattern).exec(this.raw);
    if (!found) return null;
    const slices = ((found.indices ?? []) as ([number, number] | undefined)[]).map((range) =>
      range ? this.sub(range[0], range[1]) : undefined,
    );
    return { slice: slices[0]!, groups: slices };
  }

  split(separator: RegExp): Slice[] {
    const parts: Slice[] = [];
    let last = 0;
    for (const found of this.raw.matchAll(
      new RegExp(separator.source, separator.flags.includes('g') ? separator.flags : `${separator.flags}g`),
    )) {
      parts.push(this.sub(last, found.index));
      last = found.index + found[0].length;
    }
    parts.push(this.sub(last, this.raw.length));
    return parts.filter((part) => !part.isEmpty);
  }

  /** Like `split`, but never between a bracket and the one that closes it. */
  splitOutsideBrackets(separator: RegExp): Slice[] {
    const inside = bracketed(this.raw);
    const parts: Slice[] = [];
    let last = 0;
    for (const found of this.raw.matchAll(new RegExp(separator.source, `${separator.flags.replace('g', '')}g`))) {
      if (inside[found.index] === 1) continue;
      parts.push(this.sub(last, found.index));
      last = found.index + found[0].length;
    }
    parts.push(this.sub(last, this.raw.length));
    return parts.filter((part) => !part.isEmpty);
  }

  /** What is left of this slice without a range inside it. */
  without(range: Range): Slice[] {
    const before = new Slice(this.document, this.start, Math.max(this.start, Math.min(this.end, range.start)));
    const after = new Slice(this.document, Math.min(this.end, Math.max(this.start, range.end)), this.end);
    return [before, after].filter((part) => !part.isEmpty);
  }
}

/** 1 for each character between two round brackets that belong together. */
function bracketed(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  let open = -1;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(' && open < 0) open = index;
    else if (text[index] === ')' && open >= 0) {
      inside.fill(1, open, index);
      open = -1;
    }
  }
  return inside;
}

/** A hyphen at a line's end is kept where the document writes the word with a hyphen elsewhere, or before a capital. */
function flatten(raw: string, whole: string): string {
  if (!/[\n\u00ad]/.test(raw)) return raw.replace(/\s+/g, ' ').trim();
  return raw
    .replace(/(\p{L}+)(?:\u00ad|-)\n(?:[\s\t]*)(\p{Ll}+)/gu, (_all, before: string, after: string) =>
      whole.includes(`${before}-${after}`) ? `${before}-${after}` : before + after,
    )
    .replace(/([-/])\n\s*/g, '$1')
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：])\n\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：])/gu,
      '',
    )
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const INDEXED = new WeakMap<RegExp, RegExp>();

/** The same pattern, once compiled so that it tells where its groups stand. */
function indexed(pattern: RegExp): RegExp {
  let found = INDEXED.get(pattern);
  if (!found) INDEXED.set(pattern, (found = new RegExp(pattern.source, `${pattern.flags.replace(/[dg]/g, '')}d`)));
  return found;
}
