import type { Wording } from './columns.js';
import type { Fragment } from './fragments.js';

/** Least share of a column's fragments that are dates. */
const MIN_SHARE = 0.4;
const OPEN_END = /(?:[-–—−]|\p{L})\s*$/u;
/** An end that begins and does not end on the line: no other dates need to stand around it. */
const BROKEN_OFF = /[-–—−]\s*(?:\p{L}+\.?)?\s*$/u;
const OPEN_START = /^\s*[-–—−]/u;

/**
 * Joins the two lines of a time that a narrow column breaks («Mar 2019 –» above «Present»), so that it stands beside
 * the first line of its entry.
 */
export function joinDates(fragments: readonly Fragment[], wording: Wording): Fragment[] {
  const sorted = [...fragments].sort((a, b) => a.baseline - b.baseline);
  const gone = new Set<Fragment>();
  for (const first of sorted) {
    if (gone.has(first) || !wording.isDate(first.text)) continue;
    const next = below(first, sorted, wording);
    if (!next || next.baseline - first.baseline > 1.7 * first.size || next.text.length > 24) continue;
    if (!OPEN_END.test(first.text) && !OPEN_START.test(next.text)) continue;
    const text = `${first.text} ${next.text}`;
    if (!wording.isDate(text) || !wording.isOneTime(text)) continue;
    const end = first.glyphs.at(-1)!;
    first.glyphs = [...first.glyphs, { ...end, text: ' ', left: end.right, right: end.right }, ...next.glyphs];
    first.text = text;
    first.right = Math.max(first.right, next.right);
    first.bottom = next.bottom;
    gone.add(next);
  }
  return fragments.filter((fragment) => !gone.has(fragment));
}

/** The line that a time could go on on: below it at either of its edges, in a column of dates or where it is broken off. */
function below(first: Fragment, sorted: readonly Fragment[], wording: Wording): Fragment | undefined {
  for (const edge of ['left', 'right'] as const) {
    const column = sorted.filter((other) => Math.abs(other[edge] - first[edge]) < 2);
    const dates = column.filter(({ text }) => wording.isDate(text));
    const isColumn = dates.length >= MIN_SHARE * column.length;
    const next = column.find((other) => other.baseline > first.baseline + 1);
    if (next && ((edge === 'left' && isColumn) || ((isColumn || BROKEN_OFF.test(first.text)) && dates.includes(next))))
      return next;
  }
  return undefined;
}
