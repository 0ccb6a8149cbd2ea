import { DocumentBuilder, TOO_MUCH_TEXT } from '../document/builder.js';
import type { Look, TextDocument } from '../document/model.js';
import { closeSpaced } from '../document/spaced.js';
import { ParseError } from '../errors.js';
import type { Limits } from '../limits.js';

const PLAIN: Look = { size: 10, bold: false, italic: false, color: 0 };
/** Points that one leading space is worth. */
const INDENT = 5;

/** Plain text as a document: blank lines are space, tabs and runs of spaces part cells. */
export function readText(bytes: Uint8Array, limits: Limits): TextDocument {
  // No character takes more than four bytes. What is refused here would be refused below, after much work.
  if (bytes.length > limits.maxCharacters * 4) throw new ParseError('too_large', TOO_MUCH_TEXT);
  const builder = new DocumentBuilder(limits.maxCharacters);
  const pages = decodeText(bytes).normalize('NFC').split('\f');
  pages.forEach((page, index) => {
    let blank = 0;
    for (const raw of page.split(/\r\n|\r|\n/)) {
      const text = raw.replace(/\u00a0/g, ' ').trimEnd();
      if (text.trim() === '') {
        blank++;
        continue;
      }
      if (/^\s*[-=_~*#]{3,}\s*$/.test(text)) {
        // A rule under a heading stays, so that it is known as one; it is no text.
        builder.add({ page: index + 1, cells: [[{ text: text.trim(), look: PLAIN }]], gap: 0, indent: 0, region: 0 });
        continue;
      }
      const indent = (text.length - text.trimStart().length) * INDENT;
      const whole = [{ text: text.trim(), look: PLAIN }];
      const closed = closeSpaced(whole);
      const cells =
        closed === whole
          ? text
              .trim()
              .split(/\t+| {3,}/)
              .map((cell) => [{ text: cell.trim(), look: PLAIN }])
          : [closed];
      builder.add({ page: index + 1, cells, gap: Math.min(blank, 2), indent, region: 0 });
      blank = 0;
    }
  });
  return builder.build(pages.length);
}

/** UTF-8, UTF-16 with a byte order mark, or Windows-1252, which any bytes can be. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
