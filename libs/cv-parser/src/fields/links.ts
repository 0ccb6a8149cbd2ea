import { Slice } from '../conservation/slice.js';
import { Sourced } from '../conservation/sourced.js';
import type { Line, Range, TextDocument } from '../document/model.js';

/** How far behind a title its link can stand, in characters. */
const REACH = 200;

/** The address that lines link to, on or soon after a title. */
export function linkOf(source: TextDocument, lines: readonly Line[], near: Range): Sourced | null {
  const link = source.links.find(
    ({ url, start, end }) =>
      /^https?:/.test(url) && lines.some((line) => start < line.end && end > line.start) && start < near.end + REACH,
  );
  return link ? Sourced.derived(link.url, new Slice(source, link.start, link.end), 0.9) : null;
}
