import { Resvg } from '@resvg/resvg-js';

import { RenderError } from './errors.js';
import { uprightTransform } from './orientation.js';

/** Pixels across; `height` of those that show only the top of the page. A4 at 150 dpi, and what Open Graph readers ask for. */
const SIZES = { png: { width: 1240 }, og: { width: 1200, height: 630 } } as const;

/** What each page begins with in Typst's SVG, as a child of the root: its paper. */
const PAGE = '\n    <path class="typst-shape"';
/** What follows the last page: the shapes of all glyphs. */
const SHAPES = '\n    <defs';

/**
 * The first of `pages` equal pages that stand one below the other in `svg`, as PNG. `orientation` is that of the photo:
 * Typst lays it out upright, and puts it into its SVG as it lies.
 */
export function pictureOf(svg: string, pages: number, format: keyof typeof SIZES, orientation: number): Uint8Array {
  const size = SIZES[format];
  const [root, pageWidth, allHeight] = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>/.exec(svg) ?? [];
  const [first, second] = [svg.indexOf(PAGE), svg.indexOf(PAGE, svg.indexOf(PAGE) + 1)];
  const shapes = svg.indexOf(SHAPES);
  if (root === undefined || first < 0 || shapes < 0) throw new RenderError('render_failed', 'Typst made no picture.');
  const shown = 'height' in size ? (Number(pageWidth) * size.height) / size.width : Number(allHeight) / pages;
  // Typst draws the paper of every page at the place of the first, so the others must go.
  const page = upright(svg.slice(first, second < 0 ? shapes : second), orientation);
  const start = `<svg viewBox="0 0 ${pageWidth} ${shown}" width="${pageWidth}" height="${shown}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`;
  const picture = new Resvg(start + page + svg.slice(shapes), {
    background: 'white',
    font: { loadSystemFonts: false },
    fitTo: { mode: 'width', value: size.width },
    logLevel: 'off',
  });
  return picture.render().asPng();
}

const PHOTO =
  /(<image transform="[^"]*)("\s+xlink:href="data:image\/jpeg;[^"]*")\s+width="([\d.]+)"\s+height="([\d.]+)"/;

function upright(page: string, orientation: number): string {
  if (orientation === 1) return page;
  return page.replace(PHOTO, (_, head: string, source: string, frameWidth: string, frameHeight: string) => {
    const { matrix, width, height } = uprightTransform(orientation, Number(frameWidth), Number(frameHeight));
    return `${head} ${matrix}${source} width="${width}" height="${height}"`;
  });
}
