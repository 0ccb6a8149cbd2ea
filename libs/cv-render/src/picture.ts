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
  return draw(`${root(`0 ${start} ${width} ${shown}`, width, shown)}${content}`, size.width);
}

function draw(svg: string, width: number): Uint8Array {
  const picture = new Resvg(svg, {
    background: 'white',
    font: { loadSystemFonts: false },
    fitTo: { mode: 'width', value: width },
    logLevel: 'off',
  });
  return picture.render().asPng();
}

/**
 * A page by two templates, and both over each other: what both have is black, what only the first has red, what only the
 * second has blue-green. A document that has no such page is blank there.
 */
export function comparisonPicture(first: Drawing, second: Drawing, page: number): Uint8Array {
  const pages = Math.max(first.pages, second.pages);
  if (page > pages) throw new RenderError('invalid_options', `The document has ${pages} pages.`, [beyond(pages)]);
  const { width, height } = cut(first, 1);
  const sheet = (drawing: Drawing, x: number, attributes = '') => {
    const { start, content } = page > drawing.pages ? { start: 0, content: '' } : cut(drawing, page);
    const frame = `x="${x}" width="${width}" height="${height}" viewBox="0 ${start} ${width} ${height}"`;
    const paper = `<rect y="${start}" width="${width}" height="${height}" fill="#fff"/>`;
    // What a page is cut from ends its own element.
    return `<g ${attributes}><svg ${frame}>${paper}${content === '' ? '</svg>' : content}</g>`;
  };
  const step = width + GUTTER;
  const drawing = [
    root(`0 0 ${3 * width + 2 * GUTTER} ${height}`, 3 * width + 2 * GUTTER, height),
    tint('red', '1', DARKNESS, DARKNESS),
    tint('cyan', DARKNESS, '1', '1'),
    sheet(first, 0),
    sheet(second, step),
    '<g style="isolation:isolate">',
    sheet(first, 2 * step, 'filter="url(#red)"'),
    sheet(second, 2 * step, 'filter="url(#cyan)" style="mix-blend-mode:multiply"'),
    '</g></svg>',
  ];
  return draw(drawing.join(''), COMPARISON_WIDTH);
}

/** Points between pages that are compared, and pixels across all three. */
const GUTTER = 12;
const COMPARISON_WIDTH = 2100;

/** A row of a colour matrix that gives how light a colour is. */
const DARKNESS = '0.3 0.6 0.1 0 0';

function tint(id: string, ...channels: readonly string[]): string {
  const rows = [...channels.map((channel) => (channel === '1' ? '0 0 0 0 1' : channel)), '0 0 0 1 0'].join(' ');
  return `<filter id="${id}" color-interpolation-filters="sRGB"><feColorMatrix values="${rows}"/></filter>`;
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
