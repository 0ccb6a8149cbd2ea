import { describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';

import { qrCodeOf } from './qr.js';

/** The dark modules that a path of «M x y h length …» covers. */
function drawn(svg: string): Set<string> {
  const modules = new Set<string>();
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let step = 0; step < Number(length); step++) modules.add(`${Number(x) + step},${y}`);
  return modules;
}

describe('a QR code', () => {
  it('draws exactly the dark modules', () => {
    const url = 'https://cv.example.org/u/miriam?from=paper&lang=de';
    const code = qrCodeOf(url, 'Code of {url}')!;
    const { data } = encode(url, { ecc: 'M', border: 0 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
    expect(drawn(code.svg)).toEqual(new Set(dark));
    expect(code).toMatchObject({ href: url, alt: `Code of ${url}` });
  });

  it.each(['https://user:secret@example.org', 'javascript:alert(1)', 'nothing'])('is not made of %j', (url) => {
    expect(qrCodeOf(url, '')).toBeUndefined();
  });
});
