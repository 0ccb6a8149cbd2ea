/** Whether the bundled fonts can draw a code point. */
export type Covers = (codePoint: number) => boolean;

/** Nobody can see these: controls (but tab and line feed), bidi overrides and isolates, BOM, private use, unassigned. */
const INVISIBLE = /[\p{Cc}\p{Co}\p{Cn}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Space characters of every width but the no-break one, which authors set on purpose. */
const SPACES = /[\t\u2000-\u200A\u205F\u3000 ]+/g;

/** A run this long without a place to break is wider than a narrow column. */
const LONG_WORD = /[^\s\u200B\-/]{31,}/gu;
const BREAK_EVERY = 12;
/** No real mail address is longer (RFC 5321: 64 for its local part). */
const LONGEST_ADDRESS = 90;

/** Joiners and variation selectors: shape what stands beside them and have no glyph of their own. */
const SHAPING = /[\u200B-\u200F\u00AD\u2060]|\p{Variation_Selector}/u;

/** Stands for characters that no bundled font has. */
const REPLACEMENT = '?';

/**
 * Makes foreign text fit to be set. Values that are no strings count as empty: a document need not have been validated.
 * What no font can draw becomes one question mark: the reader sees that something is missing, and PDF/A, which forbids
 * missing glyphs, stays possible.
 */
export class TextCleaner {
  /** `covers` is null for formats that are shown by the fonts of whoever reads them: there, every character stays. */
  constructor(private readonly covers: Covers | null) {}

  /** One line of text: white space collapsed, trimmed, composed (NFC). */
  line(value: unknown): string {
    if (typeof value !== 'string') return '';
    return this.drawable(value.replaceAll('\n', ' ')).replace(SPACES, ' ').trim();
  }

  /** The paragraphs of a text: its lines, without the empty ones. */
  paragraphs(value: unknown): string[] {
    if (typeof value !== 'string') return [];
    return value
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => this.line(line))
      .filter((line) => line !== '');
  }

  /** The lines of a list, without the empty ones. */
  lines(values: unknown): string[] {
    if (!Array.isArray(values)) return [];
    return values.map((value) => this.line(value)).filter((line) => line !== '');
  }

  private drawable(text: string): string {
    const clean = text.toWellFormed().normalize('NFC').replaceAll('\t', ' ').replace(INVISIBLE, '');
    if (!this.covers) return clean;
    let drawn = '';
    let missing = false;
    for (const character of clean) {
      const drawable = this.covers(character.codePointAt(0)!) || SHAPING.test(character);
      if (drawable) drawn += character;
      else if (!missing) drawn += REPLACEMENT;
      missing = !drawable;
    }
    return drawn.replace(LONG_WORD, breakable);
  }
}

/** The word with zero-width spaces, so that it may break; addresses keep theirs, as they are copied whole. */
function breakable(word: string): string {
  if (word.includes('@') && word.length <= LONGEST_ADDRESS) return word;
  const characters = Array.from(word);
  const parts: string[] = [];
  for (let start = 0; start < characters.length; start += BREAK_EVERY) {
    parts.push(characters.slice(start, start + BREAK_EVERY).join(''));
  }
  return parts.join('\u200B');
}
