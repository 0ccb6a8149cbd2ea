/** A picture in shades of grey, row by row from the top: 0 is black, 255 is white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Clockwise turns by a right angle. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export function turn(source: Raster, turns: QuarterTurns): Raster {
  if (turns === 0) return source;
  const { width, height, data } = source;
  const sideways = turns !== 2;
  const target = new Uint8Array(data.length);
  const outWidth = sideways ? height : width;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [tx, ty] =
        turns === 1 ? [height - 1 - y, x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      target[ty * outWidth + tx] = data[y * width + x]!;
    }
  }
  return { width: outWidth, height: sideways ? width : height, data: target };
}

/** Exchanges left and right, as pictures from a mirrored camera need. */
export function mirror({ width, height, data }: Raster): Raster {
  const target = new Uint8Array(data.length);
  for (let row = 0; row < data.length; row += width) {
    for (let x = 0; x < width; x++) target[row + x] = data[row + width - 1 - x]!;
  }
  return { width, height, data: target };
}

export function crop(source: Raster, top: number, height: number): Raster {
  const { width, data } = source;
  return { width, height, data: data.subarray(top * width, (top + height) * width) };
}

/** Scales by a factor: enlarges by linear interpolation, shrinks by the mean of what falls together. */
export function scale(source: Raster, factor: number): Raster {
  const width = Math.max(1, Math.round(source.width * factor));
  const height = Math.max(1, Math.round(source.height * factor));
  if (width === source.width && height === source.height) return source;
  return resample(resample(source, width, 'x'), height, 'y');
}

/** Which source cells make up each target cell, and with what weight: two neighbours, or all that are covered. */
interface Taps {
  first: Int32Array;
  weights: Float32Array;
  count: number;
}

function tapsFor(from: number, to: number): Taps {
  const ratio = from / to;
  const reach = Math.max(1, ratio);
  const count = Math.ceil(2 * reach) + 1;
  const first = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let index = 0; index < to; index++) {
    const centre = (index + 0.5) * ratio - 0.5;
    const start = Math.floor(centre - reach) + 1;
    first[index] = start;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      const weight = Math.max(0, 1 - Math.abs(start + tap - centre) / reach);
      weights[index * count + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < count; tap++) weights[index * count + tap]! /= sum;
  }
  return { first, weights, count };
}

function resample(source: Raster, size: number, axis: 'x' | 'y'): Raster {
  const alongX = axis === 'x';
  const from = alongX ? source.width : source.height;
  const width = alongX ? size : source.width;
  const height = alongX ? source.height : size;
  const { first, weights, count } = tapsFor(from, size);
  const target = new Uint8Array(width * height);
  const step = alongX ? 1 : source.width;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = alongX ? x : y;
      const origin = alongX ? y * source.width : x;
      let sum = 0.5;
      for (let tap = 0; tap < count; tap++) {
        const weight = weights[index * count + tap]!;
        if (weight === 0) continue;
        const at = Math.max(0, Math.min(from - 1, first[index]! + tap));
        sum += weight * source.data[origin + at * step]!;
      }
      target[y * width + x] = sum;
    }
  }
  return { width, height, data: target };
}

/** Turns a page about its middle by a small angle in radians, counter-clockwise; what comes in from outside is white. */
export function rotate(source: Raster, angle: number): Raster {
  const { width, height, data } = source;
  const target = new Uint8Array(data.length).fill(255);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = cx + (x - cx) * cos - (y - cy) * sin;
      const sy = cy + (x - cx) * sin + (y - cy) * cos;
      if (sx < 0 || sy < 0 || sx >= width - 1 || sy >= height - 1) continue;
      const left = sx | 0;
      const top = sy | 0;
      const at = top * width + left;
      const [fx, fy] = [sx - left, sy - top];
      const above = data[at]! * (1 - fx) + data[at + 1]! * fx;
      const below = data[at + width]! * (1 - fx) + data[at + width + 1]! * fx;
      target[y * width + x] = above * (1 - fy) + below * fy + 0.5;
    }
  }
  return { width, height, data: target };
}
