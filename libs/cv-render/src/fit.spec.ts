import { describe, expect, it } from '@jest/globals';

import { fitStyle } from './fit.js';
import type { Style } from './style.js';

const style = { size: 10, leading: 0.6, space: 1 } as Style;
const limits = { maxPages: 1, minFontSize: 8 };

/** A page that holds so much text, as area. */
const pages = (amount: number) => {
  const calls: Style[] = [];
  const pagesOf = (tried: Style) => {
    calls.push(tried);
    return Math.ceil((amount * tried.size ** 2 * (1 + tried.leading) * (0.7 + 0.3 * tried.space)) / 160);
  };
  return { pagesOf, calls };
};

describe('fitStyle', () => {
  it('changes nothing where it fits', () => {
    const { pagesOf, calls } = pages(0.9);
    expect(fitStyle(style, limits, pagesOf)).toEqual({
      style,
      fit: { pages: 1, fontSize: 10, askedFontSize: 10, spacing: 1 },
    });
    expect(calls).toHaveLength(1);
  });

  it('closes up space before it makes text smaller', () => {
    const { fit, style: fitted } = fitStyle(style, limits, pages(1.05).pagesOf);
    expect(fit).toMatchObject({ pages: 1, fontSize: 10 });
    expect(fitted.space).toBeLessThan(1);
  });

  it('makes text as small as needed and no smaller, in few tries', () => {
    const { pagesOf, calls } = pages(1.45);
    const { fit } = fitStyle(style, limits, pagesOf);
    expect(fit.fontSize).toBeLessThan(10);
    expect(fit.fontSize).toBeGreaterThan(8);
    expect(calls.length).toBeLessThanOrEqual(6);
  });

  it('says by how much it does not fit', () => {
    expect(() => fitStyle(style, limits, pages(9).pagesOf)).toThrow(
      expect.objectContaining({ code: 'cannot_fit', message: expect.stringMatching(/takes \d pages even at 8 pt/) }),
    );
  });

  it('leaves alone what is tighter than the tightest', () => {
    const tiny = { size: 7, leading: 0.4, space: 0.5 } as Style;
    expect(() => fitStyle(tiny, limits, () => 2)).toThrow();
    const tried: Style[] = [];
    fitStyle(tiny, limits, (one) => (tried.push(one), tried.length === 1 ? 2 : 1));
    expect(tried.every(({ size, leading, space }) => size === 7 && leading === 0.4 && space === 0.5)).toBe(true);
  });
});
