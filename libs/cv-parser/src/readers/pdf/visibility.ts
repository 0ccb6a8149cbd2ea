import type { Glyph } from './glyphs.js';
import type { Pdfium } from './pdfium.js';
import { isNearWhite, type Shape, type Shapes } from './shapes.js';

/** Text render modes of PDF 32000-1 §9.3.6: neither filled nor stroked. */
const UNPAINTED_MODES = new Set([3, 7]);
/** Type below this size in points is not meant for eyes. */
const MIN_SIZE = 1.6;
/** A pale path higher than this, in points, is paper and no letter's outline. */
const MAX_OUTLINE = 80;

/**
 * Marks what a reader of the page cannot see: tiny, white on white, or unpainted where nothing else is painted. Where
 * something is, the text stands for a scan's picture, or for letters drawn as outlines.
 */
export function markHidden(glyphs: readonly Glyph[], shapes: Shapes): void {
  for (const { look } of glyphs) if (look.size > 0 && look.size < MIN_SIZE) look.hidden = true;
  if (!shapes.complete) return;
  const doubtful = glyphs.filter(({ look, text }) => (look.unpainted || isNearWhite(look.color)) && text.trim() !== '');
  const backed = (glyph: Glyph) =>
    shapes.list.some(
      (shape) => !shape.frame && isInside(glyph, shape) && (!shape.pale || (glyph.look.unpainted && isOutline(shape))),
    );
  const seen = new Set(doubtful.filter(backed).map(({ look }) => look));
  for (const { look } of doubtful) if (!seen.has(look)) look.hidden = true;
}

function isInside(glyph: Glyph, shape: Shape): boolean {
  const x = (glyph.left + glyph.right) / 2;
  const y = (glyph.top + glyph.bottom) / 2;
  return x >= shape.left && x <= shape.right && y >= shape.top && y <= shape.bottom;
}

function isOutline(shape: Shape): boolean {
  return shape.bottom - shape.top < MAX_OUTLINE;
}

export function isUnpainted(pdfium: Pdfium, object: number): boolean {
  return UNPAINTED_MODES.has(pdfium.call.FPDFTextObj_GetTextRenderMode!(object));
}
