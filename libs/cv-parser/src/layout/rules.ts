import type { PdfPage } from '../readers/pdf/glyphs.js';

/** A horizontal line, or the upper or lower border of a box. */
export interface Rule {
  left: number;
  right: number;
  y: number;
}

/** Greatest thickness of a line, and least length, in points. */
const MAX_THICKNESS = 2.5;
const MIN_LENGTH = 30;

/** The horizontal rules of a page, in the coordinates that its fragments have. */
export function rulesOf(page: PdfPage, mirrored: boolean): Rule[] {
  return page.shapes
    .filter((shape) => shape.kind === 'path' && !shape.pale && shape.right - shape.left >= MIN_LENGTH)
    .flatMap((shape) => {
      const [left, right] = mirrored ? [page.width - shape.right, page.width - shape.left] : [shape.left, shape.right];
      if (shape.bottom - shape.top <= MAX_THICKNESS) return [{ left, right, y: (shape.top + shape.bottom) / 2 }];
      return shape.frame ? [shape.top, shape.bottom].map((y) => ({ left, right, y })) : [];
    })
    .sort((a, b) => a.y - b.y);
}
