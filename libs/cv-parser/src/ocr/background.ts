import type { Raster } from './raster.js';

/** Tiles across the page's shorter side: one is about half a centimetre of an A4 page. */
const TILES = 42;
const BINS = 32;
/** A neighbouring tile's ground that differs by more belongs to another surface, such as a coloured panel. */
const SAME_GROUND = 24;
/** Difference from the ground that is noise and not ink. */
const INK = 40;
/** Shares of the way from the ground to black (or white): grain ends here, and pale print becomes black here. */
const GRAIN = 0.08;
const FULL_INK = 0.4;
/** Least way from the ground that is taken as whole: a dark ground has noise of its own. */
const MIN_RANGE = 90;

interface Tile {
  /** The shade that most of the neighbourhood has. */
  ground: number;
  /** The text is lighter than its ground. */
  inverse: boolean;
}

/**
 * Evens out shadows and panels: whatever the ground and the text on it, the result is dark text on white. For each
 * tile the commonest shade of its surroundings is taken as ground, and the side of it on which more ink lies as text.
 */
export function whiten(page: Raster): Raster {
  const { width, height, data } = page;
  const size = Math.max(8, Math.round(Math.min(width, height) / TILES));
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const tiles = findTiles(page, size, columns, rows);
  const target = new Uint8Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const around = neighbours(row, column, rows, columns).map((index) => tiles[index]!);
      const own = tiles[row * columns + column]!;
      const area = {
        left: column * size,
        top: row * size,
        right: Math.min(width, (column + 1) * size),
        bottom: Math.min(height, (row + 1) * size),
      };
      const uniform = around.every((tile) => Math.abs(tile.ground - own.ground) <= SAME_GROUND);
      if (uniform) whitenTile(page, target, area, [own]);
      else whitenTile(page, target, area, [own, ...around]);
    }
  }
  return { width, height, data: target };
}

interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** With several grounds to choose from, each pixel belongs to the one that is nearest to the mean around it. */
function whitenTile(page: Raster, target: Uint8Array, area: Area, grounds: readonly Tile[]): void {
  const { width, data } = page;
  const tables = grounds.map(shades);
  const radius = Math.max(2, Math.round((area.bottom - area.top) / 6));
  const means = grounds.length > 1 ? boxMeans(page, area, radius) : null;
  let index = 0;
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      const at = y * width + x;
      const table = means ? tables[nearest(grounds, means[index++]!)]! : tables[0]!;
      target[at] = table[data[at]!]!;
    }
  }
}

function nearest(grounds: readonly Tile[], mean: number): number {
  let best = 0;
  for (let index = 1; index < grounds.length; index++) {
    if (Math.abs(grounds[index]!.ground - mean) < Math.abs(grounds[best]!.ground - mean)) best = index;
  }
  return best;
}

/** Source shade → shade on white. */
function shades({ ground, inverse }: Tile): Uint8Array {
  const range = Math.max(MIN_RANGE, inverse ? 255 - ground : ground);
  return Uint8Array.from({ length: 256 }, (_value, shade) => {
    const ink = (inverse ? shade - ground : ground - shade) / range;
    return Math.round(255 * (1 - Math.max(0, Math.min(1, (ink - GRAIN) / (FULL_INK - GRAIN)))));
  });
}

function findTiles(page: Raster, size: number, columns: number, rows: number): Tile[] {
  const { width, height, data } = page;
  const histograms = new Uint32Array(columns * rows * BINS);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / size) * columns;
    for (let x = 0; x < width; x++) {
      histograms[(row + Math.floor(x / size)) * BINS + (data[y * width + x]! >> 3)]!++;
    }
  }
  const tiles: Tile[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const sum = new Float64Array(BINS);
      for (const index of neighbours(row, column, rows, columns)) {
        for (let bin = 0; bin < BINS; bin++) sum[bin]! += histograms[index * BINS + bin]!;
      }
      // The tile itself counts more than each of its neighbours.
      const own = (row * columns + column) * BINS;
      for (let bin = 0; bin < BINS; bin++) sum[bin]! += 2 * histograms[own + bin]!;
      tiles.push(tileOf(sum));
    }
  }
  return tiles;
}

function tileOf(histogram: Float64Array): Tile {
  let mode = 0;
  const near = (bin: number) => (histogram[bin - 1] ?? 0) + 2 * histogram[bin]! + (histogram[bin + 1] ?? 0);
  for (let bin = 1; bin < BINS; bin++) if (near(bin) >= near(mode)) mode = bin;
  const ground = mode === BINS - 1 ? 255 : mode * 8 + 4;
  let lighter = 0;
  let darker = 0;
  histogram.forEach((count, bin) => {
    const difference = bin * 8 + 4 - ground;
    if (difference > INK) lighter += count * difference;
    else if (difference < -INK) darker -= count * difference;
  });
  return { ground, inverse: lighter > darker };
}

function neighbours(row: number, column: number, rows: number, columns: number): number[] {
  const found: number[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) found.push(y * columns + x);
  }
  return found;
}

/** The mean of the square around each pixel of an area, row by row, by a table of sums. */
function boxMeans({ width, height, data }: Raster, area: Area, radius: number): Float32Array {
  const left = Math.max(0, area.left - radius);
  const top = Math.max(0, area.top - radius);
  const right = Math.min(width, area.right + radius);
  const bottom = Math.min(height, area.bottom + radius);
  const stride = right - left + 1;
  const sums = new Float64Array(stride * (bottom - top + 1));
  for (let y = top; y < bottom; y++) {
    let row = 0;
    for (let x = left; x < right; x++) {
      row += data[y * width + x]!;
      const at = (y - top + 1) * stride + (x - left + 1);
      sums[at] = sums[at - stride]! + row;
    }
  }
  const means = new Float32Array((area.right - area.left) * (area.bottom - area.top));
  let index = 0;
  for (let y = area.top; y < area.bottom; y++) {
    const y0 = Math.max(top, y - radius) - top;
    const y1 = Math.min(bottom, y + radius + 1) - top;
    for (let x = area.left; x < area.right; x++) {
      const x0 = Math.max(left, x - radius) - left;
      const x1 = Math.min(right, x + radius + 1) - left;
      const sum = sums[y1 * stride + x1]! - sums[y0 * stride + x1]! - sums[y1 * stride + x0]! + sums[y0 * stride + x0]!;
      means[index++] = sum / ((x1 - x0) * (y1 - y0));
    }
  }
  return means;
}
