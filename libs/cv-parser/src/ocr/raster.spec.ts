import { describe, expect, it } from '@jest/globals';

import { whiten } from './background.js';
import { mirror, rotate, scale, turn, type Raster } from './raster.js';
import { findLies } from './skew.js';

const SMALL: Raster = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

/** A page of rows of short dark strokes at uneven distances, as lines of text are from afar. */
function page(width: number, height: number, ground = 255, ink = 0): Raster {
  const data = new Uint8Array(width * height).fill(ground);
  for (let y = 40; y < height - 40; y++) {
    if (y % 30 >= 12) continue;
    const row = Math.floor(y / 30);
    for (let x = 40; x < width - 40; x++) {
      const stroke = Math.floor(x / 9);
      if ((stroke * stroke * 31 + stroke * row * 17 + row * 7) % 5 < 2) data[y * width + x] = ink;
    }
  }
  return { width, height, data };
}

describe('a raster', () => {
  it.each([
    [1, [4, 1, 5, 2, 6, 3]],
    [2, [6, 5, 4, 3, 2, 1]],
    [3, [3, 6, 2, 5, 1, 4]],
  ] as const)('turns %i right angles clockwise', (turns, data) => {
    expect([...turn(SMALL, turns).data]).toEqual(data);
  });

  it('is mirrored', () => {
    expect([...mirror(SMALL).data]).toEqual([3, 2, 1, 6, 5, 4]);
  });

  it('keeps its mean shade when it is scaled', () => {
    const mean = ({ data }: Raster) => data.reduce((sum, shade) => sum + shade, 0) / data.length;
    const source = page(300, 300);
    for (const factor of [0.4, 1.7]) {
      const scaled = scale(source, factor);
      expect(scaled.width).toBe(Math.round(300 * factor));
      expect(Math.abs(mean(scaled) - mean(source))).toBeLessThan(3);
    }
  });
});

describe('findLies', () => {
  it.each([-9, -2.5, 0, 0.4, 6])('finds a tilt of %d degrees', (degrees) => {
    // A page that is turned against the clock by an angle rises: its lines fall by the opposite.
    const [likeliest] = findLies(rotate(page(700, 900), (-degrees * Math.PI) / 180));
    expect(likeliest!.turns % 2).toBe(0);
    expect(Math.abs((likeliest!.angle * 180) / Math.PI - degrees)).toBeLessThan(0.15);
  });

  it('finds that a page lies on its side', () => {
    expect(findLies(turn(page(700, 900), 1)).map(({ turns }) => turns)).toEqual([1, 3, 0, 2]);
  });

  it('puts a tilted page straight', () => {
    const [lie] = findLies(rotate(page(700, 900), 0.06));
    const [again] = findLies(rotate(rotate(page(700, 900), 0.06), lie!.angle));
    expect(Math.abs(again!.angle)).toBeLessThan(0.003);
  });
});

describe('whiten', () => {
  const dark = (raster: Raster) => raster.data.filter((shade) => shade < 128).length;
  const expected = dark(page(600, 600));

  it.each([
    ['dark on white', 255, 0],
    ['dark on grey paper', 150, 20],
    ['pale on white', 255, 165],
    ['white on a dark panel', 40, 255],
    ['white on a middling panel', 130, 250],
  ])('makes text that is %s dark on white', (_how, ground, ink) => {
    const white = whiten(page(600, 600, ground, ink));
    expect(white.data[0]).toBe(255);
    expect(Math.abs(dark(white) - expected)).toBeLessThan(expected * 0.05);
  });

  it('leaves no ink where there is only grain', () => {
    const grain = {
      width: 300,
      height: 300,
      data: Uint8Array.from({ length: 90_000 }, (_value, at) => 235 + ((at * 7919) % 15)),
    };
    expect(dark(whiten(grain))).toBe(0);
  });

  it('evens out a shadow across the page', () => {
    const lit = page(600, 600);
    const shaded = { ...lit, data: lit.data.map((shade, at) => shade * (1 - (0.6 * (at % 600)) / 600)) };
    expect(Math.abs(dark(whiten(shaded)) - expected)).toBeLessThan(expected * 0.08);
  });
});
