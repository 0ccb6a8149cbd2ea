import type { Glyph, GlyphStyle, PdfPage } from '../src/readers/pdf/glyphs.js';

/** A string set at a place; all glyphs are half as wide as the type is high. */
export interface Text {
  text: string;
  x: number;
  y: number;
  size?: number;
  tracking?: number;
  look?: Partial<GlyphStyle>;
}

const PLAIN: GlyphStyle = {
  font: 'Test',
  size: 10,
  bold: false,
  italic: false,
  color: 0,
  icon: false,
  turns: 0,
  unpainted: false,
  hidden: false,
};

/** A page of glyphs for tests of the layout; spaces only move on, as in many PDFs. */
export function pageOf(texts: readonly Text[], shapes: PdfPage['shapes'] = []): PdfPage {
  const glyphs: Glyph[] = [];
  for (const { text, x, y, size = 10, tracking = 0, look } of texts) {
    const style = { ...PLAIN, size, ...look };
    let left = x;
    for (const sign of text) {
      const width = size / 2;
      if (sign !== ' ')
        glyphs.push({
          text: sign,
          left,
          right: left + width,
          top: y - 0.8 * size,
          bottom: y + 0.2 * size,
          baseline: y,
          look: style,
          order: glyphs.length,
        });
      left += width + tracking;
    }
  }
  return { number: 1, width: 595, height: 842, glyphs, links: [], shapes };
}

/** Lines of text below each other. */
export function column(x: number, y: number, lines: readonly string[], pitch = 14): Text[] {
  return lines.map((text, index) => ({ text, x, y: y + index * pitch }));
}
