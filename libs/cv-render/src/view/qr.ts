import { encode } from 'uqr';

import { safeHref } from './links.js';

/** A QR code as one path of unit squares; white is what is not drawn. */
export interface QrCode {
  href: string;
  alt: string;
  /** SVG of it, without a margin: whoever draws it leaves one. */
  svg: string;
}

/** Undefined for an address that is no link. Level M: 15 % of it may be spoilt, as is usual in print (ISO/IEC 18004). */
export function qrCodeOf(url: string, label: string): QrCode | undefined {
  const href = safeHref(url);
  if (href === undefined) return undefined;
  const { data, size } = encode(href, { ecc: 'M', border: 0 });
  const path = data
    .map((row, y) =>
      runsOf(row)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
  return {
    href,
    alt: label.replace('{url}', href),
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" ` +
      `shape-rendering="crispEdges"><path d="${path}"/></svg>`,
  };
}

/** Where dark modules stand together in a row: start and length. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1]++;
    else if (dark) runs.push([x, 1]);
  }
  return runs;
}
