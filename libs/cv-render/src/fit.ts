import { RenderError } from './errors.js';
import type { Style } from './style.js';

/** What a document must not exceed. */
export interface FitLimits {
  maxPages: number;
  /** Points; text is never set smaller than this to make it fit. */
  minFontSize: number;
}

/** What was done to make a document fit: everything as it was asked for, if `spacing` is 1. */
export interface Fit {
  pages: number;
  /** Size of the text in points, and what it was to be. */
  fontSize: number;
  askedFontSize: number;
  /** Space between blocks as a share of what it was to be. */
  spacing: number;
}

/** From as asked for to the tightest; more steps would differ by less than the eye sees. */
const STEPS = 12;
const TIGHTEST_SPACE = 0.55;
const TIGHTEST_LEADING = 0.48;

/**
 * The loosest setting in which the document takes no more pages than allowed. Space goes first, because it is missed less
 * than size: the first half of the steps closes up blocks and lines, the second half also sets the text smaller.
 * `pagesOf` typesets; it is called at most six times (a binary search, as tighter never takes more pages).
 * @throws RenderError `cannot_fit` if even the tightest takes more
 */
export function fitStyle(
  style: Style,
  limits: FitLimits,
  pagesOf: (style: Style) => number,
): { style: Style; fit: Fit } {
  const found = (step: number, pages: number) => {
    const tight = tightened(style, limits, step);
    const spacing = Number((tight.space / style.space).toFixed(2));
    return { style: tight, fit: { pages, fontSize: tight.size, askedFontSize: style.size, spacing } };
  };
  const pagesAt = (step: number) => pagesOf(tightened(style, limits, step));
  const asked = pagesAt(0);
  if (asked <= limits.maxPages) return found(0, asked);
  let best = pagesAt(STEPS);
  if (best > limits.maxPages) throw cannotFit(best, limits);
  let [tooLoose, fits] = [0, STEPS];
  while (fits - tooLoose > 1) {
    const middle = (tooLoose + fits) >> 1;
    const pages = pagesAt(middle);
    if (pages <= limits.maxPages) [fits, best] = [middle, pages];
    else tooLoose = middle;
  }
  return found(fits, best);
}

function tightened(style: Style, { minFontSize }: FitLimits, step: number): Style {
  const closing = Math.min(1, (2 * step) / STEPS);
  const shrinking = Math.max(0, (2 * step) / STEPS - 1);
  return {
    ...style,
    space: between(style.space, TIGHTEST_SPACE, closing),
    leading: between(style.leading, TIGHTEST_LEADING, closing),
    size: between(style.size, minFontSize, shrinking),
  };
}

/** From `start` on the way to `end`, but never beyond `start` away from it: what is tight already stays. */
function between(start: number, end: number, share: number): number {
  return Number(Math.min(start, start + (end - start) * share).toFixed(3));
}

function cannotFit(pages: number, { maxPages, minFontSize }: FitLimits): RenderError {
  const message =
    `The document takes ${pages} pages even at ${minFontSize} pt with little space, and at most ${maxPages} ` +
    `${maxPages === 1 ? 'is' : 'are'} allowed. Hide sections, shorten texts, or allow more pages or a smaller size.`;
  const problem = { pointer: '/maxPages', code: 'invalid_value' as const, message: `This document needs ${pages}.` };
  return new RenderError('cannot_fit', message, [problem]);
}
