import type { Piece } from './builder.js';

/** «S K I L L S», «K E Y   S K I L L S»: letters with one space between them, words with more. */
const SPACED = /^\p{L}(?: \p{L}){2,}(?: {2,}\p{L}(?: \p{L})*)*$/u;
const WORDS = / {2,}/u;

/** Closes up a cell whose letters somebody spaced out with spaces; any other cell is returned as it is. */
export function closeSpaced(cell: Piece[]): Piece[] {
  const text = cell
    .map((piece) => piece.text)
    .join('')
    .replace(/[\u00a0\u2002-\u200a]/g, ' ')
    .trim();
  const [first] = cell;
  if (!first || !SPACED.test(text)) return cell;
  const closed = text
    .split(WORDS)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ');
  return [{ ...first, text: closed }];
}
