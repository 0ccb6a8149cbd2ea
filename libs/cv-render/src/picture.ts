import { Resvg } from '@resvg/resvg-js';

import { RenderError } from './errors.js';
import { escapeHtml } from './html/escape.js';
import { uprightTransform } from './orientation.js';

/** Pixels across; `height` of those that show only the top of the page. A4 at 150 dpi, and what Open Graph readers ask for. */
const SIZES = { png: { width: 1240 }, og: { width: 1200, height: 630 } } as const;

/** What each page begins with in Typst's SVG, as a child of the root: its paper. */
const PAGE = '\n    <path class="typst-shape"';
/** What follows the last page: the shapes of all glyphs. */
const SHAPES = '\n    <defs';
const ROOT = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>/;

/** All pages of a document in one drawing, one below the other, as Typst writes it. */
export interface Drawing {
  svg: string;
  pages: number;
  /** Of the photo (EXIF): Typst lays it out upright, and puts it into its SVG as it lies. */
  orientation: number;
}

/** Page `page` (1-based) as a drawing of its own: glyphs are shapes, so it needs no fonts; `title` is what it says of itself. */
export function pageDrawing(drawing: Drawing, page: number, title: string): string {
  const { width, height, start, content } = cut(drawing, page);
  const label = `role="img" aria-label="${escapeHtml(title)}"`;
  return `${root(`0 ${start} ${width} ${height}`, width, height, label)}<title>${escapeHtml(title)}</title><rect y="${start}" width="${width}" height="${height}" fill="#fff"/>${content}`;
}

/** Page `page` as PNG, or the top of it. */
export function pagePicture(drawing: Drawing, page: number, format: keyof typeof SIZES): Uint8Array {
  const size = SIZES[format];
  const { width, height, start, content } = cut(drawing, page);
  const shown = 'height' in size ? (width * size.height) / size.width : height;
  const picture = new Resvg(root(`0 ${start} ${width} ${shown}`, width, shown) + content, {
    background: 'white',
    font: { loadSystemFonts: false },
    fitTo: { mode: 'width', value: size.width },
    logLevel: 'off',
  });
  return picture.render().asPng();
}

/** What belongs to one of the equal pages, and where it starts (in points from the top of the first). */
function cut(
  { svg, pages, orientation }: Drawing,
  page: number,
): { width: number; height: number; start: number; content: string } {
  if (page > pages) throw new RenderError('invalid_options', `The document has ${pages} pages.`, [beyond(pages)]);
  const [, width, allHeight] = ROOT.exec(svg) ?? [];
  const shapes = svg.indexOf(SHAPES);
  let from = -1;
  for (let index = 0; index < page; index++) from = svg.indexOf(PAGE, from + 1);
  if (width === undefined || from < 0 || shapes < 0) throw new RenderError('render_failed', 'Typst made no picture.');
  const next = svg.indexOf(PAGE, from + 1);
  const height = Number(allHeight) / pages;
  // Typst draws the paper of every page at the place of the first, so it is drawn anew.
  const drawn = svg.slice(svg.indexOf('/>', from) + 2, next < 0 ? shapes : next);
  const content = upright(drawn, orientation) + svg.slice(shapes);
  return { width: Number(width), height, start: (page - 1) * height, content };
}

function root(viewBox: string, width: number, height: number, attributes = ''): string {
  return `<svg viewBox="${viewBox}" width="${width}pt" height="${height}pt" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>`;
}

function beyond(pages: number) {
  return { pointer: '/page', code: 'invalid_value' as const, message: `This must be at most ${pages}.` };
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
