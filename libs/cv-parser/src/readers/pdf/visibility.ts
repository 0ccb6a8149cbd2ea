import type { Glyph, Transform } from './glyphs.js';
import type { Pdfium } from './pdfium.js';

/** Text render modes of PDF 32000-1 §9.3.6: neither filled nor stroked. */
const UNPAINTED_MODES = new Set([3, 7]);
/** Least value of each colour's part from which type on white paper cannot be seen. */
const NEAR_WHITE = 0xf4;
/** Type below this size in points is not meant for eyes. */
const MIN_SIZE = 1.6;
/** PDFium's kinds of page objects, and its draw mode without fill. */
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const NO_FILL = 0;
const MAX_OBJECTS = 5000;

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Marks what a reader of the page cannot see: unpainted, white on white, tiny. A page on which most of the text is
 * unpainted is a scan with its recognised text: there it stands for what the picture shows.
 */
export function markHidden(pdfium: Pdfium, page: number, transform: Transform, glyphs: readonly Glyph[]): void {
  const unpainted = glyphs.filter(({ look }) => look.unpainted);
  if (unpainted.length <= glyphs.length / 2) for (const glyph of unpainted) glyph.look.hidden = true;
  for (const { look } of glyphs) if (look.size > 0 && look.size < MIN_SIZE) look.hidden = true;
  const pale = glyphs.filter(({ look, text }) => isNearWhite(look.color) && text.trim() !== '');
  if (pale.length === 0) return;
  const areas = paintedAreas(pdfium, page, transform);
  if (areas === null) return;
  const seen = new Set(pale.filter((glyph) => areas.some((area) => isInside(glyph, area))).map(({ look }) => look));
  for (const { look } of pale) if (!seen.has(look)) look.hidden = true;
}

function isInside(glyph: Glyph, area: Area): boolean {
  const x = (glyph.left + glyph.right) / 2;
  const y = (glyph.top + glyph.bottom) / 2;
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

export function isUnpainted(pdfium: Pdfium, object: number): boolean {
  return UNPAINTED_MODES.has(pdfium.call.FPDFTextObj_GetTextRenderMode!(object));
}

function isNearWhite(color: number): boolean {
  return color >> 16 >= NEAR_WHITE && ((color >> 8) & 0xff) >= NEAR_WHITE && (color & 0xff) >= NEAR_WHITE;
}

/** Where something darker than paper is painted; null where that cannot be told. */
function paintedAreas(pdfium: Pdfium, page: number, transform: Transform): Area[] | null {
  const { call, scratch } = pdfium;
  const count = call.FPDFPage_CountObjects!(page);
  if (count > MAX_OBJECTS) return null;
  const areas: Area[] = [];
  for (let index = 0; index < count; index++) {
    const object = call.FPDFPage_GetObject!(page, index);
    const type = call.FPDFPageObj_GetType!(object);
    if (type === FORM) return null;
    if (type !== IMAGE && type !== SHADING && !(type === PATH && isFilled(pdfium, object))) continue;
    if (call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) continue;
    const { view } = pdfium;
    const [ax, ay] = transform(view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
    const [bx, by] = transform(view.getFloat32(scratch + 8, true), view.getFloat32(scratch + 12, true));
    areas.push({ left: Math.min(ax, bx), right: Math.max(ax, bx), top: Math.min(ay, by), bottom: Math.max(ay, by) });
  }
  return areas;
}

function isFilled(pdfium: Pdfium, object: number): boolean {
  const { call, scratch } = pdfium;
  if (call.FPDFPath_GetDrawMode!(object, scratch, scratch + 4) === 0) return false;
  if (pdfium.view.getInt32(scratch, true) === NO_FILL) return false;
  if (call.FPDFPageObj_GetFillColor!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return true;
  const { view } = pdfium;
  const color = (view.getUint8(scratch) << 16) | (view.getUint8(scratch + 4) << 8) | view.getUint8(scratch + 8);
  return view.getUint8(scratch + 12) > 0 && !isNearWhite(color);
}
