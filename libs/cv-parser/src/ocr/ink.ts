import type { OcrBox } from './engine.js';
import type { Raster } from './raster.js';

const DARK = 128;

export interface Ink {
  /** The smallest box around the ink. */
  box: OcrBox;
  /** Share of that box that is ink. */
  fill: number;
}

/** The ink inside a box of a page with dark text on white; null without any. */
export function inkOf(page: Raster, area: OcrBox): Ink | null {
  const box: OcrBox = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  let count = 0;
  eachRow(page, area, (row, y) => {
    for (let x = area.x0; x < area.x1; x++) {
      if (page.data[row + x]! >= DARK) continue;
      count++;
      box.x0 = Math.min(box.x0, x);
      box.x1 = Math.max(box.x1, x + 1);
      box.y0 = Math.min(box.y0, y);
      box.y1 = Math.max(box.y1, y + 1);
    }
  });
  return count === 0 ? null : { box, fill: count / ((box.x1 - box.x0) * (box.y1 - box.y0)) };
}

/** Usual length in pixels of the horizontal runs of ink in a box: the thickness of upright strokes. */
export function strokeWidth(page: Raster, area: OcrBox): number {
  const runs: number[] = [];
  eachRow(page, area, (row) => {
    let run = 0;
    for (let x = area.x0; x <= area.x1; x++) {
      // Shades at the edges count by their share: at low resolution a stroke is two pixels wide.
      const ink = x < area.x1 ? 255 - page.data[row + x]! : 0;
      if (ink > 40) run += ink / 255;
      else if (run > 0) {
        runs.push(run);
        run = 0;
      }
    }
  });
  return runs.sort((a, b) => a - b)[runs.length >> 1] ?? 0;
}

function eachRow(page: Raster, area: OcrBox, visit: (row: number, y: number) => void): void {
  for (let y = Math.max(0, area.y0); y < Math.min(page.height, area.y1); y++) visit(y * page.width, y);
}
