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
  /** Only its outline is drawn: a rule, or the border of a box. */
  frame: boolean;
}

/** Maps a form's coordinates to those of the page: a, b, c, d, e, f of PDF 32000-1 §8.3.4. */
type Matrix = readonly [number, number, number, number, number, number];

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
const MAX_OBJECTS = 8000;
const MAX_SHAPES = 3000;
const MAX_DEPTH = 3;
/** Least value of each colour's part from which something on white paper cannot be seen. */
const NEAR_WHITE = 0xf4;

/** The painted paths, pictures and shadings of a page, those within forms included. */
export function readShapes(pdfium: Pdfium, page: number, transform: Transform): Shapes {
  const { call } = pdfium;
  const shapes: Shapes = { list: [], complete: true };
  const count = call.FPDFPage_CountObjects!(page);
  const object = (index: number) => call.FPDFPage_GetObject!(page, index);
  collect(pdfium, count, object, transform, shapes, 0);
  return shapes;
}

function collect(
  pdfium: Pdfium,
  count: number,
  objectAt: (index: number) => number,
  transform: Transform,
  shapes: Shapes,
  depth: number,
): void {
  const { call } = pdfium;
  for (let index = 0; index < count; index++) {
    if (shapes.list.length > MAX_SHAPES || index > MAX_OBJECTS || depth > MAX_DEPTH) {
      shapes.complete = false;
      return;
    }
    const object = objectAt(index);
    const type = call.FPDFPageObj_GetType!(object);
    if (type === FORM) {
      const inner = (at: number) => call.FPDFFormObj_GetObject!(object, at);
      const [a, b, c, d, e, f] = matrixOf(pdfium, object);
      const placed: Transform = (x, y) => transform(a * x + c * y + e, b * x + d * y + f);
      collect(pdfium, call.FPDFFormObj_CountObjects!(object), inner, placed, shapes, depth + 1);
      continue;
    }
    const kind = KINDS[type];
    const shape = kind && toShape(pdfium, object, kind, transform);
    if (shape) shapes.list.push(shape);
  }
}

function toShape(pdfium: Pdfium, object: number, kind: Shape['kind'], transform: Transform): Shape | null {
  const { call, scratch } = pdfium;
  const paint = kind === 'path' ? paintOf(pdfium, object) : 'dark';
  if (paint === null || call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
    return null;
  const { view } = pdfium;
  const [ax, ay] = transform(view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
  const [bx, by] = transform(view.getFloat32(scratch + 8, true), view.getFloat32(scratch + 12, true));
  const [left, right, top, bottom] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
  return { kind, left, right, top, bottom, pale: paint === 'pale', frame: paint === 'frame' };
}

function matrixOf(pdfium: Pdfium, object: number): Matrix {
  pdfium.call.FPDFPageObj_GetMatrix!(object, pdfium.scratch);
  const { view, scratch } = pdfium;
  const at = (index: number) => view.getFloat32(scratch + 4 * index, true);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

export function isNearWhite(color: number): boolean {
  return color >> 16 >= NEAR_WHITE && ((color >> 8) & 0xff) >= NEAR_WHITE && (color & 0xff) >= NEAR_WHITE;
}

function paintOf(pdfium: Pdfium, object: number): 'dark' | 'pale' | 'frame' | null {
  const { call, scratch } = pdfium;
  if (call.FPDFPath_GetDrawMode!(object, scratch, scratch + 4) === 0) return null;
  const stroked = pdfium.view.getInt32(scratch + 4, true) !== 0;
  if (pdfium.view.getInt32(scratch, true) === NO_FILL) return stroked ? 'frame' : null;
  if (call.FPDFPageObj_GetFillColor!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return 'dark';
  const { view } = pdfium;
  const color = (view.getUint8(scratch) << 16) | (view.getUint8(scratch + 4) << 8) | view.getUint8(scratch + 8);
  if (view.getUint8(scratch + 12) === 0) return null;
  return isNearWhite(color) ? 'pale' : 'dark';
}
