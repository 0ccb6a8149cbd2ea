import type { QuarterTurns, Raster } from './raster.js';

/** Largest tilt of a page that is put straight, in degrees. */
const MAX_DEGREES = 12;
const COARSE_DEGREES = 0.5;
const FINE_DEGREES = 0.05;
/** Edges longer than this share of the shorter side are no letters' but a rule's or a panel's. */
const MAX_EDGE = 0.03;
/** Points that are looked at: enough for a tenth of a degree. */
const MAX_POINTS = 60_000;
const DARK = 128;

interface Points {
  /** Along and across the presumed lines of text, in pixels. */
  along: Float32Array;
  across: Float32Array;
  length: number;
  depth: number;
}

/** One way that a page may lie. */
export interface Lie {
  /** Right angles by which it must be turned. */
  turns: QuarterTurns;
  /** By how much the lines then fall to the right, in radians. */
  angle: number;
}

/**
 * The ways that a page may lie, the likeliest first. The lower edges of ink are projected at many angles; where lines
 * of text run along the projection, the profile is sharpest (Postl 1986; the sum of squares over the profile as
 * Bloomberg, Kopec and Dasari 1995). Which way up the lines stand only reading tells.
 * @param page dark text on white
 */
export function findLies(page: Raster): Lie[] {
  const upright = bestAngle(lowerEdges(page, 0));
  const sideways = bestAngle(lowerEdges(page, 1));
  const lies = (turns: readonly QuarterTurns[], { angle }: { angle: number }) =>
    turns.map((count) => ({ turns: count, angle }));
  const likely = sideways.sharpness > upright.sharpness;
  return likely
    ? [...lies([1, 3], sideways), ...lies([0, 2], upright)]
    : [...lies([0, 2], upright), ...lies([1, 3], sideways)];
}

/** Dark pixels above light ones, in the page as it is or as it would be after a turn; rules and panels have none. */
function lowerEdges({ width, height, data }: Raster, turns: 0 | 1): Points {
  const along: number[] = [];
  const across: number[] = [];
  // After a clockwise turn the right neighbour stands below, and the bottom is on the left.
  const [length, depth] = turns === 0 ? [width, height] : [height, width];
  const longest = Math.min(width, height) * MAX_EDGE;
  for (let row = 0; row < depth - 1; row++) {
    let run = 0;
    for (let step = 0; step < length; step++) {
      const at = turns === 0 ? row * width + step : (height - 1 - step) * width + row;
      if (data[at]! < DARK && data[at + (turns === 0 ? width : 1)]! >= DARK) {
        along.push(step);
        across.push(row);
        run++;
        continue;
      }
      if (run > longest) {
        along.length -= run;
        across.length -= run;
      }
      run = 0;
    }
  }
  const skip = Math.max(1, Math.ceil(along.length / MAX_POINTS));
  const keep = (values: number[]) => Float32Array.from(values.filter((_value, index) => index % skip === 0));
  return { along: keep(along), across: keep(across), length, depth };
}

function bestAngle(points: Points): { angle: number; sharpness: number } {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const search = (from: number, to: number, step: number) => {
    let best = { degrees: 0, sharpness: -1 };
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const sharpness = sharpnessAt(points, Math.tan(radians(degrees)));
      if (sharpness > best.sharpness) best = { degrees, sharpness };
    }
    return best;
  };
  const coarse = search(-MAX_DEGREES, MAX_DEGREES, COARSE_DEGREES);
  const fine = search(coarse.degrees - COARSE_DEGREES, coarse.degrees + COARSE_DEGREES, FINE_DEGREES);
  return { angle: radians(fine.degrees), sharpness: fine.sharpness };
}

/** Sum of squares of the profile over lines that fall by `slope`. */
function sharpnessAt({ along, across, length, depth }: Points, slope: number): number {
  const shift = Math.ceil((length / 2) * Math.abs(slope));
  const profile = new Uint32Array(depth + 2 * shift + 1);
  const middle = length / 2;
  for (let index = 0; index < along.length; index++) {
    profile[Math.round(across[index]! - (along[index]! - middle) * slope) + shift]!++;
  }
  let sum = 0;
  for (const count of profile) sum += count * count;
  return sum;
}
