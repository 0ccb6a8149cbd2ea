import { BULLET_ONLY } from '../document/markers.js';
import { isIcon } from '../readers/pdf/characters.js';
import type { Glyph, PdfPage } from '../readers/pdf/glyphs.js';
import { hasRightToLeft, toReadingOrder } from './bidi.js';

/** Glyphs that stand close together on one baseline: a word, a line, or the part of a line in one column. */
export interface Fragment {
  glyphs: Glyph[];
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
  size: number;
  text: string;
  /** A heading out of the margin: a line of its own above the one whose baseline it has. */
  raised?: boolean;
}

/** What the layout of one page must know beside its glyphs. */
export interface Setting {
  page: PdfPage;
  /** Read from right to left: it is laid out as its mirror image. */
  mirrored: boolean;
}

/** Gaps in multiples of the font size: a space, and what parts two columns or cells. */
const SPACE = 0.17;
const CELL_GAP = 1.05;
/** A gap that is wider than a space but no cell's: between chips or loose words. It is kept as an em space. */
const WIDE_SPACE = 0.5;
const EM_SPACE = '\u2003';

/** A page's glyphs as fragments, with the spaces that the gaps between them stand for. */
export function toFragments({ page, mirrored }: Setting): Fragment[] {
  const runs = streamRuns(page.glyphs.filter((glyph) => onPage(glyph, page)));
  const spaces = new Set(page.glyphs.filter(({ text }) => text === ' ').map(({ order }) => order));
  return cutAtEdges(mergeRuns(runs).map((fragment) => finish(fragment, spaces, mirrored)))
    .filter((fragment) => fragment.text.trim() !== '')
    .map((fragment) =>
      mirrored ? { ...fragment, left: page.width - fragment.right, right: page.width - fragment.left } : fragment,
    );
}

/** Lines in which something must begin at one edge before that edge is a column's. */
const MIN_EDGES = 4;
const SAME_EDGE = 0.8;

/** Parts fragments at wide spaces after which they go on at an edge that other lines begin at: columns that stand close. */
function cutAtEdges(fragments: readonly Fragment[]): Fragment[] {
  const edges = fragments.flatMap(({ glyphs, left }) => [
    left,
    ...glyphs.flatMap((glyph, index) => (glyphs[index - 1]?.text === EM_SPACE ? [glyph.left] : [])),
  ]);
  const isEdge = (left: number) => edges.filter((edge) => Math.abs(edge - left) < SAME_EDGE).length >= MIN_EDGES;
  return fragments.flatMap((fragment) => cut(fragment, isEdge));
}

function cut(fragment: Fragment, isEdge: (left: number) => boolean): Fragment[] {
  const { glyphs } = fragment;
  const at = glyphs.findIndex(
    (glyph, index) =>
      index > 2 && (glyphs[index - 1]!.text === EM_SPACE || isMarker(glyphs, index)) && isEdge(glyph.left),
  );
  return at < 0
    ? [fragment]
    : [part(fragment, glyphs.slice(0, at - 1)), ...cut(part(fragment, glyphs.slice(at)), isEdge)];
}

/** Whether a list's marker stands between spaces: at an edge of others it opens an item, in the column beside. */
function isMarker(glyphs: readonly Glyph[], index: number): boolean {
  return BULLET_ONLY.test(glyphs[index]!.text) && [index - 1, index + 1].every((at) => glyphs[at]?.text.trim() === '');
}

function part(whole: Fragment, glyphs: Glyph[]): Fragment {
  const text = glyphs.map((glyph) => glyph.text).join('');
  return { ...whole, glyphs, text, left: glyphs[0]!.left, right: glyphs.at(-1)!.right };
}

function onPage(glyph: Glyph, page: PdfPage): boolean {
  return glyph.text !== '' && glyph.right > 0 && glyph.left < page.width && glyph.bottom > 0 && glyph.top < page.height;
}

/** Cuts the stream of glyphs wherever it leaves its baseline or jumps; pictograms cut and vanish. */
function streamRuns(glyphs: Glyph[]): Fragment[] {
  const runs: Fragment[] = [];
  let run: Fragment | null = null;
  for (const glyph of glyphs) {
    if (isIcon(glyph)) {
      run = null;
      continue;
    }
    const size = glyph.look.size || glyph.bottom - glyph.top;
    if (run && isNextInRun(run, glyph, size)) extend(run, glyph);
    else {
      if (glyph.text === ' ') continue;
      run = {
        glyphs: [glyph],
        left: glyph.left,
        right: glyph.right,
        top: glyph.top,
        bottom: glyph.bottom,
        baseline: glyph.baseline,
        size,
        text: '',
      };
      runs.push(run);
    }
  }
  return runs;
}

/** On the run's baseline; or raised or lowered, as in «LaTeX» or «1st», if it touches the letter before. */
function isNextInRun(run: Fragment, glyph: Glyph, size: number): boolean {
  const offset = Math.abs(run.baseline - glyph.baseline);
  if (offset < 0.15 * size) return continues(run, glyph.left, size);
  return (
    offset < 0.45 * run.size &&
    glyph.look.size <= run.size + 0.1 &&
    Math.abs(glyph.left - lastInk(run)) < 0.4 * size &&
    /\p{L}/u.test(glyph.text)
  );
}

function continues(run: Fragment, left: number, size: number): boolean {
  const gap = left - lastInk(run);
  return gap < CELL_GAP * Math.max(size, run.size) + 2 * trackingOf(run) && gap > -0.6 * size;
}

/** Least gap between a run's last letters, where it is spaced out: a space between its words is wider by as much. */
function trackingOf(run: Fragment): number {
  const last: Glyph[] = [];
  for (let index = run.glyphs.length - 1; index >= 0 && last.length < 4; index--)
    if (run.glyphs[index]!.text !== ' ') last.unshift(run.glyphs[index]!);
  if (last.length < 3) return 0;
  const gaps = last.slice(1).map((glyph, index) => glyph.left - last[index]!.right);
  const least = Math.min(...gaps);
  return least > 0.1 * run.size ? least : 0;
}

/** Right edge of the last glyph that is not a space: spaces may be stretched over a whole gap. */
function lastInk(run: Fragment): number {
  for (let index = run.glyphs.length - 1; index >= 0; index--) {
    if (run.glyphs[index]!.text !== ' ') return run.glyphs[index]!.right;
  }
  return run.right;
}

function extend(run: Fragment, glyph: Glyph): void {
  run.glyphs.push(glyph);
  if (glyph.text === ' ') return;
  run.left = Math.min(run.left, glyph.left);
  run.right = Math.max(run.right, glyph.right);
  run.top = Math.min(run.top, glyph.top);
  run.bottom = Math.max(run.bottom, glyph.bottom);
  run.size = Math.max(run.size, glyph.look.size);
}

/** Joins runs that the stream holds apart although they stand on one line, superscripts included. */
function mergeRuns(runs: Fragment[]): Fragment[] {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const merged: Fragment[] = [];
  let firstNear = 0;
  for (const run of sorted) {
    while (firstNear < merged.length && merged[firstNear]!.baseline < run.baseline - 20) firstNear++;
    const near = merged.slice(firstNear);
    if (near.some((other) => isCopy(other, run))) continue;
    const host = near.find((other) => joins(other, run));
    if (!host) merged.push(run);
    else {
      if (run.size > host.size) host.baseline = run.baseline;
      host.glyphs = host.left <= run.left ? [...host.glyphs, ...run.glyphs] : [...run.glyphs, ...host.glyphs];
      host.left = Math.min(host.left, run.left);
      host.right = Math.max(host.right, run.right);
      host.top = Math.min(host.top, run.top);
      host.bottom = Math.max(host.bottom, run.bottom);
      host.size = Math.max(host.size, run.size);
    }
  }
  return merged;
}

/** The same text printed again on, or as a shadow beside, the first. */
function isCopy(a: Fragment, b: Fragment): boolean {
  const near = 0.15 * a.size;
  if (b.glyphs.length < 2 || Math.abs(a.left - b.left) > near || Math.abs(a.baseline - b.baseline) > near) return false;
  return Math.abs(a.right - b.right) <= near && inkOf(a) === inkOf(b);
}

function inkOf(fragment: Fragment): string {
  return fragment.glyphs.map((glyph) => glyph.text.trim()).join('');
}

function joins(a: Fragment, b: Fragment): boolean {
  const size = Math.max(a.size, b.size);
  const gap = Math.max(b.left - a.right, a.left - b.right);
  const offset = Math.abs(a.baseline - b.baseline);
  if (gap < -0.4 * size && gap > -2 * size && offset < 0.1 * size) return true;
  if (gap < -0.6 * size) return false;
  if (offset < 0.2 * size) return gap < CELL_GAP * size;
  // Ligatures of Arabic stand on baselines of their own.
  if (offset < 0.45 * size && gap < 0.3 * size && [a, b].some(({ glyphs }) => hasRightToLeft(glyphs[0]!.text)))
    return true;
  const raised = Math.min(a.size, b.size) < 0.8 * size && offset < 0.5 * size;
  return raised && gap < 0.25 * size;
}

/** Puts the glyphs into printed order, with exactly the spaces that a reader sees. */
function finish(fragment: Fragment, streamSpaces: ReadonlySet<number>, mirrored: boolean): Fragment {
  if (mirrored || fragment.glyphs.some((glyph) => hasRightToLeft(glyph.text))) {
    fragment.glyphs = toReadingOrder(fragment.glyphs, streamSpaces, mirrored);
    fragment.text = fragment.glyphs.map((glyph) => glyph.text).join('');
    return fragment;
  }
  const ink = fragment.glyphs.filter((glyph) => glyph.text !== ' ');
  const spaces = fragment.glyphs.filter((glyph) => glyph.text === ' ');
  ink.sort((a, b) => a.left - b.left);
  const tracking = letterSpacing(ink);
  const ordered: Glyph[] = [];
  const usual = usualSpace(ink);
  ink.forEach((glyph, index) => {
    const previous = ink[index - 1];
    if (previous && isDouble(previous, glyph, fragment.size)) return;
    if (previous && isSpaced(previous, glyph, spaces, tracking)) {
      const wide = tracking === 0 && glyph.left - previous.right > Math.max(WIDE_SPACE, usual * 1.6) * glyph.look.size;
      ordered.push({ ...glyph, text: wide ? EM_SPACE : ' ', left: previous.right, right: glyph.left });
    }
    ordered.push(glyph);
  });
  fragment.glyphs = isSpelt(ordered) ? ordered.filter(({ text }) => text !== ' ') : ordered;
  fragment.text = fragment.glyphs.map((glyph) => glyph.text).join('');
  return fragment;
}

/** Single letters with a space after each are one word: «J O H N»; two ideographs are enough. */
function isSpelt(glyphs: readonly Glyph[]): boolean {
  const spaced = glyphs.every(({ text }, index) => (index % 2 === 1 ? text === ' ' : /^\p{L}$/u.test(text)));
  return spaced && glyphs.length >= (/\p{Script=Han}/u.test(glyphs[0]!.text) ? 3 : 7);
}

/** The narrower of a line's spaces in multiples of the font size: in justified lines all of them are wide. */
function usualSpace(ink: Glyph[]): number {
  const spaces = ink
    .slice(1)
    .map((glyph, index) => (glyph.left - ink[index]!.right) / (glyph.look.size || 10))
    .filter((gap) => gap > SPACE)
    .sort((a, b) => a - b);
  return spaces.length > 2 ? spaces[Math.floor(spaces.length / 4)]! : 0;
}

/** Bold type made by printing twice, and a hyphen written as several signs at one place. */
function isDouble(previous: Glyph, glyph: Glyph, size: number): boolean {
  if (Math.abs(glyph.left - previous.left) >= 0.1 * size) return false;
  return glyph.text === previous.text || (/[-\u00ad]/.test(glyph.text) && /[-\u00ad]/.test(previous.text));
}

function isSpaced(a: Glyph, b: Glyph, spaces: Glyph[], tracking: number): boolean {
  const size = Math.max(a.look.size, b.look.size) || b.bottom - b.top;
  const gap = b.left - a.right;
  if (tracking > 0) return gap > tracking * 1.6 + 0.05 * size;
  if (gap > SPACE * size) return true;
  return (
    gap > -0.1 * size &&
    spaces.some(
      (space) => space.left > a.left && space.right < b.right + 0.3 * size && space.left < b.left && gap > 0.05 * size,
    )
  );
}

/** Usual gap between the letters of a s p a c e d - o u t run in points; 0 for ordinary text. */
function letterSpacing(ink: Glyph[]): number {
  if (ink.length < 5) return 0;
  const gaps = ink.slice(1).map((glyph, index) => glyph.left - ink[index]!.right);
  const sorted = [...gaps].sort((a, b) => a - b);
  const lower = sorted[Math.floor(sorted.length * 0.15)]!;
  const middle = sorted[sorted.length >> 1]!;
  const size = ink[0]!.look.size || ink[0]!.bottom - ink[0]!.top;
  return lower > 0.08 * size && middle < 2.5 * lower ? middle : 0;
}
