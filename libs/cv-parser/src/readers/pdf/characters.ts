import type { Glyph, GlyphStyle } from './glyphs.js';

/** Symbol and Wingdings characters of list markers, as word processors write them. */
const SYMBOL_BULLETS = /[\uf0a7\uf0b7\uf0d8\uf0fc\uf06c\uf06e\uf076]/;
/** The same in fonts that give them codes of letters. */
const WINGDINGS_BULLETS = /[§nlqruvwxüØ¨o]/;
/** Ligatures, letters as they look within an Arabic word, full-width letters and digits. */
const PRESENTATION_FORM = /[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const PRIVATE_USE = /[\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFD}]/u;

/** One character as text: presentation forms (ligatures, full-width letters) spelt out, invisible ones empty. */
export function toText(code: number, style: GlyphStyle): string {
  // A half of a pair, or beyond Unicode: what a broken character map gives.
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  const text = String.fromCodePoint(code);
  if (SYMBOL_BULLETS.test(text) || (/wingdings/i.test(style.font) && WINGDINGS_BULLETS.test(text))) return '•';
  if (PRESENTATION_FORM.test(text)) return text.normalize('NFKC');
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return ' ';
  if (code === 0x2010 || code === 0x2011) return '-';
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f))
    return '';
  if (code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f)) return '';
  return text;
}

/** Whether a glyph is a pictogram: from such a font, or a private code that no reader could spell. */
export function isIcon(glyph: Glyph): boolean {
  return glyph.look.icon || PRIVATE_USE.test(glyph.text);
}

/** A text whose characters are mostly private codes, or none at all, can be seen but not read. */
export function isReadable(glyphs: readonly Glyph[]): boolean {
  const text = glyphs.filter((glyph) => glyph.text.trim() !== '' && !glyph.look.icon);
  const unknown = text.filter((glyph) => glyph.text === '\ufffd' || PRIVATE_USE.test(glyph.text));
  return unknown.length <= text.length / 2;
}
