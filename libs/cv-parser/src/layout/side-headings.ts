import type { Glyph } from '../readers/pdf/glyphs.js';
import type { Wording } from './columns.js';
import type { Fragment } from './fragments.js';

/** The lines of one heading in the margin, with its glyphs as one text. */
interface Block {
  lines: Fragment[];
  glyphs: Glyph[];
  known: boolean;
}

/** A column of headings: what stands left of the edge that the text begins at. */
interface Column {
  edge: number;
  looks: ReadonlySet<string>;
  /** How much lower than the first line of its section a heading stands, in points. */
  drop: number;
}

/** Least number of known headings that make a column of them, and their least share of what stands in it. */
const MIN_HEADINGS = 3;
const MIN_SHARE = 0.6;
/** Most headings of a page, and most edges, that are looked at. */
const MAX_HEADINGS = 60;
const MAX_EDGES = 3;
/** Greatest share of lines that run over the edge of the text, as those of a page's foot do. */
const MAX_CROSSING = 0.1;
/** Most lines of one heading. */
const MAX_LINES = 4;
/** Least white between a heading and the text beside it, and greatest difference of one edge, in points. */
const GUTTER = 1;
const SAME_EDGE = 3;
/** Pitch of a heading's lines, and how far above and below its first line its section may begin, in multiples of its size. */
const PITCH = 1.7;
const ABOVE = 2.2;
const BELOW = 0.8;
/** What a point of distance counts against one of white space where a section's first line is looked for. */
const DISTANCE_WEIGHT = 0.3;
/** How much higher than its section's first line a heading is put, in points: enough for its place in the order. */
const RAISE = 0.01;

/**
 * Puts headings that stand in a column of their own, beside their sections, on a line above the first of these; the
 * lines of one heading are joined. Pages with anything else in that column are left as they are.
 */
export function raiseHeadings(pages: readonly Fragment[][], wording: Wording): Fragment[][] {
  const column = likelyEdges(pages, wording)
    .map((edge) => columnAt(pages, edge, wording))
    .find((found) => found !== null);
  return column ? pages.map((page) => raiseOn(page, column, wording)) : [...pages];
}

/** Where the text begins beside lines that are headings, the most frequent place first. */
function likelyEdges(pages: readonly Fragment[][], wording: Wording): number[] {
  const counts = new Map<number, { edge: number; count: number }>();
  for (const page of pages) {
    for (const heading of page.filter(({ text }) => wording.isHeading(text)).slice(0, MAX_HEADINGS)) {
      const edge = textBeside(heading, page);
      if (edge === null) continue;
      const key = Math.round(edge / SAME_EDGE);
      counts.set(key, { edge, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_EDGES)
    .map(({ edge }) => edge);
}

/** The left edge of what stands right of a fragment; null if nothing does, or something stands left of it. */
function textBeside(heading: Fragment, page: readonly Fragment[]): number | null {
  const row = page.filter((part) => part !== heading && part.top < heading.bottom && part.bottom > heading.top);
  if (row.length === 0 || row.some((part) => part.left < heading.right)) return null;
  return Math.min(...row.map((part) => part.left));
}

function columnAt(pages: readonly Fragment[][], edge: number, wording: Wording): Column | null {
  if (pages.some((page, index) => isCrossed(page, edge, index === 0, wording))) return null;
  const drops: number[] = [];
  const blocks = pages.flatMap((page, index) => {
    const body = textRightOf(page, edge);
    const found = blocksOf(page, edge, wording);
    drops.push(...found.flatMap(({ lines, known }) => (known ? (dropOf(lines[0]!, body) ?? []) : [])));
    // On the first page, what stands above the headings is the person's name and address.
    return index === 0 ? found.slice(found.findIndex(({ known }) => known)) : found;
  });
  const known = blocks.filter((block) => block.known);
  if (known.length < MIN_HEADINGS || known.length < MIN_SHARE * blocks.length) return null;
  if (blocks.some(({ glyphs }) => wording.isDate(textOf(glyphs)))) return null;
  const looks = new Set(known.map(({ lines }) => lookOf(lines[0]!)));
  return { edge, looks, drop: drops.sort((a, b) => a - b)[drops.length >> 1] ?? 0 };
}

/** Whether lines run over an edge below the first heading: then nothing stands in a column left of it. */
function isCrossed(page: readonly Fragment[], edge: number, isFirst: boolean, wording: Wording): boolean {
  const tops = page.filter((part) => part.right < edge && wording.isHeading(part.text)).map(({ top }) => top);
  const top = isFirst ? Math.min(...tops) : -Infinity;
  const below = page.filter((part) => part.top >= top);
  const crossing = below.filter(({ left, right }) => left < edge - SAME_EDGE && right > edge + SAME_EDGE);
  return crossing.length > MAX_CROSSING * below.length;
}

/** What stands left of an edge, from top to bottom. */
function blocksOf(page: readonly Fragment[], edge: number, wording: Wording): Block[] {
  const strip = page.filter((part) => part.right < edge - GUTTER).sort((a, b) => a.baseline - b.baseline);
  const blocks: Block[] = [];
  for (let at = 0; at < strip.length; at += blocks.at(-1)!.lines.length)
    blocks.push(firstBlock(closeLines(strip, at), wording));
  return blocks;
}

/** Lines of one look that stand as close as those of one paragraph. */
function closeLines(strip: readonly Fragment[], first: number): Fragment[] {
  const close = [strip[first]!];
  for (const line of strip.slice(first + 1, first + MAX_LINES)) {
    const last = close.at(-1)!;
    if (line.baseline - last.baseline > PITCH * last.size || lookOf(line) !== lookOf(last)) break;
    close.push(line);
  }
  return close;
}

/** As many lines as are a known heading together; else all up to the next one. */
function firstBlock(close: Fragment[], wording: Wording): Block {
  for (let count = close.length; count > 0; count--) {
    const lines = close.slice(0, count);
    const glyphs = joinings(lines).find((joined) => wording.isHeading(textOf(joined)));
    if (glyphs) return { lines, glyphs, known: true };
  }
  const next = close.findIndex((line) => wording.isHeading(line.text));
  const lines = next < 0 ? close : close.slice(0, next);
  return { lines, glyphs: joinings(lines)[0]!, known: false };
}

/** Lines as one text in all ways: each goes on after a space, or as a word that was broken with or without a hyphen. */
function joinings([first, ...others]: readonly Fragment[]): Glyph[][] {
  return others.reduce(
    (ways, { glyphs }) =>
      ways.flatMap((before) => {
        const last = before.at(-1)!;
        const broken = /[-\u00ad\u2010]/.test(last.text) ? before.slice(0, -1) : before;
        return [
          [...before, { ...last, text: ' ', left: last.right }, ...glyphs],
          [...broken, ...glyphs],
        ];
      }),
    [first!.glyphs],
  );
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('');
}

function lookOf({ glyphs }: Fragment): string {
  const { size, bold, italic, color } = glyphs[0]!.look;
  return [Math.round(size * 2), bold, italic, color].join();
}

function raiseOn(page: readonly Fragment[], { edge, looks, drop }: Column, wording: Wording): Fragment[] {
  const body = textRightOf(page, edge);
  const raised = new Map<Fragment, Fragment | null>();
  for (const block of blocksOf(page, edge, wording)) {
    const [first] = block.lines;
    const row = block.known || looks.has(lookOf(first!)) ? nearest(first!, body, drop) : null;
    if (!row) continue;
    for (const line of block.lines) raised.set(line, null);
    raised.set(first!, toTitle(block, row, edge));
  }
  return page.flatMap((part) => (raised.has(part) ? (raised.get(part) ?? []) : [part]));
}

function textRightOf(page: readonly Fragment[], edge: number): Fragment[] {
  return page.filter(({ left }) => left > edge - SAME_EDGE).sort((a, b) => a.baseline - b.baseline);
}

/** How much lower than the first line of its section a heading stands, in points: of the lines near it, the one with the most white above it. */
function dropOf(heading: Fragment, body: readonly Fragment[]): number | null {
  let best: { drop: number; score: number } | null = null;
  let last = -Infinity;
  for (const { baseline } of body) {
    const drop = heading.baseline - baseline;
    if (drop < -BELOW * heading.size) break;
    if (baseline - last > 2 && drop < ABOVE * heading.size) {
      const score = Math.min(baseline - last, 10 * heading.size) - DISTANCE_WEIGHT * Math.abs(drop);
      if (!best || score > best.score) best = { drop, score };
    }
    last = Math.max(last, baseline);
  }
  return best?.drop ?? null;
}

/** The line from which a heading is as far away as its document's other headings are from theirs. */
function nearest(heading: Fragment, body: readonly Fragment[], drop: number): Fragment | null {
  const distance = (row: Fragment) => Math.abs(heading.baseline - drop - row.baseline);
  let best: Fragment | null = null;
  for (const row of body) if (!best || distance(row) < distance(best) - 0.1) best = row;
  return best && distance(best) < ABOVE * heading.size ? best : null;
}

function toTitle({ lines, glyphs }: Block, row: Fragment, edge: number): Fragment {
  return {
    ...lines[0]!,
    glyphs,
    text: textOf(glyphs),
    left: edge,
    right: edge + Math.max(...lines.map((line) => line.right - line.left)),
    bottom: lines.at(-1)!.bottom,
    baseline: row.baseline - RAISE,
    raised: true,
  };
}
