import { BULLET_ONLY } from '../document/markers.js';
import type { Fragment } from './fragments.js';
import type { Rule } from './rules.js';

/** Fragments that are read as one block: a column, or what stands above or below columns. */
export interface Region {
  fragments: Fragment[];
  /** Where in a split it stands; a region of the whole page's width has none. */
  side: 'left' | 'right' | null;
  left: number;
  right: number;
}

/** What layout must know about words: it decides between a column and a table by them. */
export interface Wording {
  isHeading(text: string): boolean;
  isDate(text: string): boolean;
  /** Whether all dates in the text are the two ends of one time. */
  isOneTime(text: string): boolean;
}

interface Gutter {
  above: Fragment[];
  left: Fragment[];
  right: Fragment[];
  below: Fragment[];
  score: number;
}

/** Least width of the white space between two columns, in points. */
const MIN_GUTTER = 6;
/** A line that ends nearer to the other column than this, in points, runs into it. */
const TOUCHING = 1.5;
/** Share of lines that stand at the same height as one in the other column by chance; more of them are a table's rows. */
const MAX_CHANCE_SHARE = 0.45;
const MIN_ROWS = 3;
const MAX_DEPTH = 6;

/** Cuts a page into regions in reading order (a recursive XY cut: Nagy & Seth, 1984, with evidence from the words). */
export function toRegions(fragments: Fragment[], wording: Wording, rules: readonly Rule[], depth = 0): Region[] {
  if (fragments.length === 0) return [];
  const gutter = depth < MAX_DEPTH ? findGutter(fragments, wording, rules) : null;
  if (!gutter) return [region(fragments, null)];
  const side = (part: Fragment[], name: 'left' | 'right') =>
    toRegions(part, wording, rules, depth + 1).map((found) => ({ ...found, side: found.side ?? name }));
  return [
    ...toRegions(gutter.above, wording, rules, depth + 1),
    ...side(gutter.left, 'left'),
    ...side(gutter.right, 'right'),
    ...toRegions(gutter.below, wording, rules, depth + 1),
  ];
}

function region(fragments: Fragment[], side: Region['side']): Region {
  return {
    fragments,
    side,
    left: Math.min(...fragments.map((fragment) => fragment.left)),
    right: Math.max(...fragments.map((fragment) => fragment.right)),
  };
}

function findGutter(fragments: Fragment[], wording: Wording, rules: readonly Rule[]): Gutter | null {
  const sorted = [...fragments].sort((a, b) => a.baseline - b.baseline);
  const titles = new Set(sorted.filter((part) => wording.isHeading(part.text) && isAlone(part, sorted)));
  let best: Gutter | null = null;
  for (const x of candidates(fragments)) {
    // Cards may stand below a title that is over both of their columns: then it ends the stretch as a crossing line does.
    for (const isTitle of [() => false, (part: Fragment) => titles.has(part)]) {
      for (const gutter of gutterRuns(sorted, x, rules, isTitle)) {
        if (best && gutter.score <= best.score) continue;
        if (!isBelowTitle(gutter, wording) && areColumns(gutter, wording)) best = gutter;
      }
    }
  }
  return best;
}

/** Left edges that several fragments share, and left edges after a strip that is white from top to bottom. */
function candidates(fragments: Fragment[]): number[] {
  const edges = fragments.map((fragment) => fragment.left).sort((a, b) => a - b);
  const found: number[] = [];
  let count = 0;
  edges.forEach((edge, index) => {
    count = index > 0 && edge - edges[index - 1]! < 1.5 ? count + 1 : 1;
    if (count === MIN_ROWS) found.push(edges[index - MIN_ROWS + 1]!);
  });
  let reach = -Infinity;
  for (const fragment of [...fragments].sort((a, b) => a.left - b.left)) {
    if (fragment.left > reach + MIN_GUTTER && reach > -Infinity) found.push(fragment.left);
    reach = Math.max(reach, fragment.right);
  }
  return [...new Set(found)];
}

/** The stretches of the page, between fragments that cross `x`, in which `x` parts left from right. */
function gutterRuns(
  sorted: Fragment[],
  x: number,
  rules: readonly Rule[],
  isTitle: (part: Fragment) => boolean,
): Gutter[] {
  const runs: Gutter[] = [];
  const crossing = rules.filter((rule) => rule.left < x - MIN_GUTTER && rule.right > x + MIN_GUTTER);
  let first = 0;
  for (let index = 0; index <= sorted.length; index++) {
    const fragment = sorted[index];
    const crosses =
      !fragment ||
      (fragment.left < x - 2 && fragment.right > x - TOUCHING && !overruns(fragment, sorted, x)) ||
      isTitle(fragment);
    const ruled = !crosses && index > first && isRuled(crossing, sorted[index - 1]!, fragment);
    if (!crosses && !ruled) continue;
    const inside = sorted.slice(first, index);
    const left = inside.filter((part) => part.left < x - 2);
    const right = inside.filter((part) => part.left >= x - 2);
    if (rows(left).length >= MIN_ROWS && rows(right).length >= MIN_ROWS) {
      runs.push({ above: sorted.slice(0, first), left, right, below: sorted.slice(index), score: inside.length });
    }
    first = ruled ? index : index + 1;
  }
  // The crossing fragments themselves go to the part that they border on.
  return runs;
}

/** Least length of an address, and how many lines of its column must begin where it does. */
const MIN_ADDRESS = 15;
const MIN_PEERS = 3;

/** An address cannot be broken: it runs out of a column that is too narrow for it. */
function overruns(part: Fragment, fragments: readonly Fragment[], x: number): boolean {
  if (part.text.length < MIN_ADDRESS || !/^[^\s]*[@/.][^\s]*$/u.test(part.text)) return false;
  const peers = fragments.filter((other) => Math.abs(other.left - part.left) < 1 && other.right < x - TOUCHING);
  return peers.length >= MIN_PEERS;
}

/** Whether a rule parts two neighbours: what stands above it and below it are rows of their own. */
function isRuled(rules: readonly Rule[], above: Fragment, below: Fragment): boolean {
  return rules.some((rule) => rule.y > above.baseline - 0.3 * above.size && rule.y < below.baseline - 0.5 * below.size);
}

function isAlone(part: Fragment, fragments: readonly Fragment[]): boolean {
  if (part.raised) return true;
  return fragments.every((other) => other === part || Math.abs(other.baseline - part.baseline) > 0.6 * part.size);
}

/** The left column begins with a heading and the right one, without one, with dated entries: the heading is for both. */
function isBelowTitle({ left, right }: Gutter, wording: Wording): boolean {
  const top = topOf(right);
  const firstHeading = right.filter((part) => wording.isHeading(part.text)).map((part) => part.baseline);
  const untitled = right.filter((part) => part.baseline < Math.min(Infinity, ...firstHeading));
  return (
    !wording.isHeading(top.text) &&
    left.some((part) => wording.isHeading(part.text) && part.baseline < top.baseline) &&
    untitled.some((part) => wording.isDate(part.text)) &&
    left.some((part) => wording.isDate(part.text)) &&
    sharesRows(left, untitled)
  );
}

function sharesRows(left: Fragment[], right: Fragment[]): boolean {
  const tops = rows(right);
  const shared = rows(left).filter((row) => tops.some((other) => Math.abs(other - row) < 2)).length;
  return shared >= Math.min(3, tops.length);
}

function topOf(side: Fragment[]): Fragment {
  return side.reduce((top, part) => (part.baseline < top.baseline ? part : top));
}

function rows(fragments: Fragment[]): number[] {
  const lines: number[] = [];
  for (const { baseline } of fragments) if (lines.length === 0 || baseline - lines.at(-1)! > 2) lines.push(baseline);
  return lines;
}

function areColumns({ left, right }: Gutter, wording: Wording): boolean {
  const leftRows = rows(left);
  const rightRows = rows(right);
  const overlap = Math.min(leftRows.at(-1)!, rightRows.at(-1)!) - Math.max(leftRows[0]!, rightRows[0]!);
  const height = Math.min(leftRows.at(-1)! - leftRows[0]!, rightRows.at(-1)! - rightRows[0]!);
  if (overlap < 0.3 * height) return false;
  const [few, many, narrow] =
    leftRows.length < rightRows.length ? [leftRows, rightRows, left] : [rightRows, leftRows, right];
  if (
    share(narrow, (part) => BULLET_ONLY.test(part.text)) > 0.4 ||
    share(left, (part) => BULLET_ONLY.test(part.text)) > 0.4
  )
    return false;
  if (share(left, (part) => wording.isDate(part.text)) > 0.4 || share(right, (part) => wording.isDate(part.text)) > 0.4)
    return false;
  if (isMargin(left, rightRows, wording)) return false;
  // Dates on both sides, but in no column of their own: entries stand side by side, as cards.
  if ([left, right].every((side) => side.some((part) => wording.isDate(part.text)))) return true;
  const aligned = few.filter((row) => many.some((other) => Math.abs(other - row) < 2)).length / few.length;
  const headings = [left, right].map((side) => side.filter((part) => wording.isHeading(part.text)).length);
  if (headings[0]! > 0 && headings[1]! > 0) return aligned < 0.95 || haveTitles(left, right, wording);
  // Without a heading on each side only lines at different heights show two flows of text.
  return aligned < MAX_CHANCE_SHARE;
}

/** A column of dates, or of labels that end at one edge, each beside what it belongs to. */
function isMargin(left: Fragment[], rightRows: readonly number[], wording: Wording): boolean {
  const beside = (parts: Fragment[]) =>
    parts.filter((part) => rightRows.some((row) => Math.abs(row - part.baseline) < 2)).length / parts.length;
  const dates = left.filter((part) => wording.isDate(part.text));
  if (dates.length >= 2 && dates.length >= 0.25 * left.length && beside(dates) >= 0.8) return true;
  const edge = Math.max(...left.map((part) => part.right));
  const starts = new Set(left.map((part) => Math.round(part.left)));
  const flush = left.filter((part) => edge - part.right < 1.5).length;
  return starts.size > 2 && flush > 0.6 * left.length && beside(left) > 0.6;
}

/** Whether two headings stand side by side. */
function haveTitles(left: Fragment[], right: Fragment[], wording: Wording): boolean {
  const titles = right.filter((part) => wording.isHeading(part.text));
  return left.some(
    (part) => wording.isHeading(part.text) && titles.some((title) => Math.abs(title.baseline - part.baseline) < 2),
  );
}

function share(fragments: Fragment[], test: (fragment: Fragment) => boolean): number {
  return fragments.filter(test).length / fragments.length;
}
