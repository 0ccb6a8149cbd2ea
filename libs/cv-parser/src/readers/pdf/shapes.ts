import type { Transform } from './glyphs.js';
import type { Pdfium } from './pdfium.js';

/** Something painted on a page that is no text; coordinates as those of glyphs. */
export interface Shape {
  kind: 'path' | 'image' | 'shading';
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Nearly white: paper, or a light letter's outline. */
  pale: boolean;
}

export interface Shapes {
  list: Shape[];
  /** False where some of what is painted could not be told: within a form, or too many objects. */
  complete: boolean;
}

/** PDFium's kinds of page objects, and its draw mode without fill. */
const KINDS: Readonly<Record<number, Shape['kind']>> = { 2: 'path', 3: 'image', 4: 'shading' };
const FORM = 5;
const NO_FILL = 0;
/** Objects of a page that are looked at: charts and maps have thousands. */
const MAX_OBJECTS = 4000;
/** Least value of each colour's part from which something on white paper cannot be seen. */
const NEAR_WHITE = 0xf4;

/** The filled paths, pictures and shadings of a page. */
export function readShapes(pdfium: Pdfium, page: number, transform: Transform): Shapes {
  const { call, scratch } = pdfium;
  const count = call.FPDFPage_CountObjects!(page);
  const shapes: Shapes = { list: [], complete: count <= MAX_OBJECTS };
  for (let index = 0; index < Math.min(count, MAX_OBJECTS); index++) {
    const object = call.FPDFPage_GetObject!(page, index);
    const type = call.FPDFPageObj_GetType!(object);
    if (type === FORM) shapes.complete = false;
    const kind = KINDS[type];
    if (kind === undefined) continue;
    const fill = kind === 'path' ? fillOf(pdfium, object) : 'dark';
    if (fill === null || call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
      continue;
    const { view } = pdfium;
    const [ax, ay] = transform(view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
    const [bx, by] = transform(view.getFloat32(scratch + 8, true), view.getFloat32(scratch + 12, true));
    shapes.list.push({
      kind,
      left: Math.min(ax, bx),
      right: Math.max(ax, bx),
      top: Math.min(ay, by),
      bottom: Math.max(ay, by),
      pale: fill === 'pale',
    });
  }
  return shapes;
}

export function isNearWhite(color: number): boolean {
  return color >> 16 >= NEAR_WHITE && ((color >> 8) & 0xff) >= NEAR_WHITE && (color & 0xff) >= NEAR_WHITE;
}

function fillOf(pdfium: Pdfium, object: number): 'dark' | 'pale' | null {
  const { call, scratch } = pdfium;
  if (call.FPDFPath_GetDrawMode!(object, scratch, scratch + 4) === 0) return null;
  if (pdfium.view.getInt32(scratch, true) === NO_FILL) return null;
  if (call.FPDFPageObj_GetFillColor!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return 'dark';
  const { view } = pdfium;
  const color = (view.getUint8(scratch) << 16) | (view.getUint8(scratch + 4) << 8) | view.getUint8(scratch + 8);
  if (view.getUint8(scratch + 12) === 0) return null;
  return isNearWhite(color) ? 'pale' : 'dark';
}
