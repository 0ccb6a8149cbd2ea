import { TOO_MUCH_TEXT } from '../../document/builder.js';
import type { Look } from '../../document/model.js';
import { ParseError } from '../../errors.js';
import type { Picture } from '../../ocr/page.js';
import type { Pdfium } from './pdfium.js';
import { isReadable, RIGHT_TO_LEFT, toText } from './characters.js';
import { readLinks, type PageLink } from './links.js';
import { drawPage, needsRecognition } from './scan.js';
import { readShapes, type Shape } from './shapes.js';
import { isUnpainted, markHidden } from './visibility.js';

/** One character on a page; coordinates in points from the page's top left corner, y downwards. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
  look: GlyphStyle;
  /** Place in the page's stream: of right-to-left words PDFium gives the letters in the order in which they are read. */
  order: number;
  /** How sure it is that it was recognised rightly, 0…1; absent where the document spells it. */
  certainty?: number;
}

export interface GlyphStyle extends Look {
  font: string;
  /** From a font of pictograms: it marks something but spells nothing. */
  icon: boolean;
  /** Quarter turns, against the clock, by which the text stands on its side; null if it stands aslant. */
  turns: 0 | 1 | 2 | 3 | null;
  /** Neither filled nor stroked. */
  unpainted: boolean;
  /** What no reader of the page can see: see `visibility.ts`. */
  hidden: boolean;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  links: PageLink[];
  shapes: Shape[];
}

/** Of the spaces that PDFium adds itself. */
export const NO_STYLE: GlyphStyle = {
  font: '',
  size: 0,
  bold: false,
  italic: false,
  color: 0,
  icon: false,
  turns: 0,
  unpainted: false,
  hidden: false,
};

const ICON_FONT =
  /awesome|icon|wingdings|glyphter|material|entypo|ionic|feather|phosphor|fontello|remix|webdings|bootstrap-i/i;
/** Weight from which a font counts as bold (CSS weights: 600 is semi-bold). */
const BOLD_WEIGHT = 600;
const BOLD_NAME = /bold|black|heavy|semibold|demi|[-,]bd\b|-medi\b|^cmbx|^sfbx|^ptmb|BX\d/i;
/** A name that says that the font is not bold; the weight that fonts state about themselves is often wrong. */
const PLAIN_NAME = /regular|light|book|roman|medium|thin|normal/i;
const ITALIC_NAME = /italic|oblique|slanted|-it\b|-ital|^cmti|^sfti/i;

/** What PDFium puts for a hyphen at a line's end. */
const LINE_END_HYPHEN = 2;

/** Maps PDFium's page coordinates (y upwards, before rotation and cropping) to points from the top left corner. */
export type Transform = (x: number, y: number) => [number, number];

/**
 * A page's text and links, and its picture where these do not tell what it shows.
 * @throws ParseError `too_large` if the page has more characters than `maxCharacters`
 */
export function readPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  maxCharacters: number,
): { page: PdfPage; picture: Picture | null } | null {
  const { call } = pdfium;
  const handle = call.FPDF_LoadPage!(document, index);
  if (handle === 0) return null;
  try {
    const width = call.FPDF_GetPageWidthF!(handle);
    const height = call.FPDF_GetPageHeightF!(handle);
    const transform = pageTransform(pdfium, handle, width, height);
    const glyphs = readGlyphs(pdfium, handle, transform, maxCharacters);
    const shapes = readShapes(pdfium, handle, transform);
    markHidden(glyphs, shapes);
    const page: PdfPage = {
      number: index + 1,
      width,
      height,
      glyphs: isReadable(glyphs) ? glyphs : [],
      links: readLinks(pdfium, document, handle, transform),
      shapes: shapes.list,
    };
    return { page, picture: needsRecognition(page) ? drawPage(pdfium, handle, page) : null };
  } finally {
    call.FPDF_ClosePage!(handle);
  }
}

/** Device coordinates are whole numbers: three corners on a canvas a hundred times the page give the affine map. */
function pageTransform(pdfium: Pdfium, page: number, width: number, height: number): Transform {
  const scale = 100;
  const at = (x: number, y: number): [number, number] => {
    const { call, scratch } = pdfium;
    call.FPDF_PageToDevice!(
      page,
      0,
      0,
      Math.round(width * scale),
      Math.round(height * scale),
      0,
      x,
      y,
      scratch,
      scratch + 4,
    );
    return [pdfium.view.getInt32(scratch, true) / scale, pdfium.view.getInt32(scratch + 4, true) / scale];
  };
  const [x0, y0] = at(0, 0);
  const [xx, xy] = at(1000, 0);
  const [yx, yy] = at(0, 1000);
  return (x, y) => [x0 + ((xx - x0) * x + (yx - x0) * y) / 1000, y0 + ((xy - y0) * x + (yy - y0) * y) / 1000];
}

function readGlyphs(pdfium: Pdfium, page: number, transform: Transform, maxCharacters: number): Glyph[] {
  const { call, scratch } = pdfium;
  const textPage = call.FPDFText_LoadPage!(page);
  if (textPage === 0) return [];
  const styles = new Map<number, GlyphStyle>();
  const glyphs: Glyph[] = [];
  const count = call.FPDFText_CountChars!(textPage);
  if (count > maxCharacters) throw new ParseError('too_large', TOO_MUCH_TEXT);
  for (let index = 0; index < count; index++) {
    if (call.FPDFText_IsGenerated!(textPage, index) === 1) continue;
    const code = call.FPDFText_GetUnicode!(textPage, index);
    if (code < 32 && code !== LINE_END_HYPHEN) continue;
    if (call.FPDFText_GetLooseCharBox!(textPage, index, scratch) === 0) continue;
    // FS_RECTF: left, top, right, bottom as floats.
    const { view } = pdfium;
    const [ax, ay] = transform(view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
    const [bx, by] = transform(view.getFloat32(scratch + 8, true), view.getFloat32(scratch + 12, true));
    call.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8);
    const baseline = transform(view.getFloat64(scratch, true), view.getFloat64(scratch + 8, true))[1];
    const object = call.FPDFText_GetTextObject!(textPage, index);
    let style = styles.get(object);
    if (!style) {
      style =
        object === 0 ? NO_STYLE : readStyle(pdfium, object, call.FPDFText_GetCharAngle!(textPage, index), transform);
      styles.set(object, style);
    }
    const text = code === LINE_END_HYPHEN || code === 0xfffe ? '-' : toText(code, style);
    let left = Math.min(ax, bx);
    let right = Math.max(ax, bx);
    if (RIGHT_TO_LEFT.test(text)) [left, right] = inkEdges(pdfium, textPage, index, transform) ?? [left, right];
    glyphs.push({
      text,
      left,
      right,
      top: Math.min(ay, by),
      bottom: Math.max(ay, by),
      baseline,
      look: style,
      order: glyphs.length,
    });
  }
  call.FPDFText_ClosePage!(textPage);
  separateLigatures(glyphs);
  return glyphs;
}

/** The edges of what is printed: the widths that Arabic fonts state are those of letters that stand alone. */
function inkEdges(pdfium: Pdfium, textPage: number, index: number, transform: Transform): [number, number] | null {
  const { call, scratch } = pdfium;
  if (call.FPDFText_GetCharBox!(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24) === 0) return null;
  const { view } = pdfium;
  const [left, right] = [view.getFloat64(scratch, true), view.getFloat64(scratch + 8, true)];
  const [bottom, top] = [view.getFloat64(scratch + 16, true), view.getFloat64(scratch + 24, true)];
  const [ax] = transform(left, bottom);
  const [bx] = transform(right, top);
  return [Math.min(ax, bx), Math.max(ax, bx)];
}

/**
 * PDFium spells a ligature out as letters that all start at its left edge, each with its own width or with the whole
 * ligature's. They are set side by side, so that printed order and spaces follow from their boxes.
 */
function separateLigatures(glyphs: Glyph[]): void {
  for (let first = 0; first < glyphs.length; first++) {
    let last = first;
    while (last + 1 < glyphs.length && isStacked(glyphs[first]!, glyphs[last + 1]!)) last++;
    if (last === first) continue;
    const parts = glyphs.slice(first, last + 1);
    if (RIGHT_TO_LEFT.test(parts[0]!.text)) {
      // PDFium turns these round with the line, although they were in reading order.
      const texts = parts.map(({ text }) => text).reverse();
      parts.forEach((part, index) => (part.text = texts[index]!));
      first = last;
      continue;
    }
    const { left } = parts[0]!;
    const next = glyphs[last + 1];
    const widths = parts.map((part) => part.right - left);
    const sum = widths.reduce((total, width) => total + width, 0);
    const room =
      next?.baseline === parts[0]!.baseline && next.left > left
        ? next.left - left + 0.05 * parts[0]!.look.size
        : Infinity;
    const scale = sum <= room ? 1 : Math.max(...widths) / sum;
    let x = left;
    parts.forEach((part, index) => {
      part.left = x;
      x += widths[index]! * scale;
      part.right = x;
    });
    first = last;
  }
}

function isStacked(a: Glyph, b: Glyph): boolean {
  return (
    a.look === b.look &&
    a.baseline === b.baseline &&
    Math.abs(a.left - b.left) < 0.01 &&
    /\p{L}/u.test(a.text) &&
    /\p{L}/u.test(b.text)
  );
}

function readStyle(pdfium: Pdfium, object: number, angle: number, transform: Transform): GlyphStyle {
  const { call, scratch } = pdfium;
  const font = call.FPDFTextObj_GetFont!(object);
  const name = pdfium
    .string('utf-8', (buffer, bytes) => call.FPDFFont_GetBaseFontName!(font, buffer, bytes))
    .replace(/^[A-Z]{6}\+/, '');
  call.FPDFTextObj_GetFontSize!(object, scratch);
  const nominal = pdfium.view.getFloat32(scratch, true);
  call.FPDFPageObj_GetMatrix!(object, scratch);
  const a = pdfium.view.getFloat32(scratch, true);
  const b = pdfium.view.getFloat32(scratch + 4, true);
  const c = pdfium.view.getFloat32(scratch + 8, true);
  const d = pdfium.view.getFloat32(scratch + 12, true);
  const filled = call.FPDFPageObj_GetFillColor!(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 0;
  const { view } = pdfium;
  const color = filled
    ? (view.getUint8(scratch) << 16) | (view.getUint8(scratch + 4) << 8) | view.getUint8(scratch + 8)
    : 0;
  const alpha = filled ? view.getUint8(scratch + 12) : 255;
  const weight = call.FPDFFont_GetWeight!(font);
  return {
    font: name,
    size: Math.round(nominal * Math.hypot(c, d) * 10) / 10,
    bold: BOLD_NAME.test(name) || (weight >= BOLD_WEIGHT && !PLAIN_NAME.test(name)),
    italic: ITALIC_NAME.test(name),
    color,
    icon: ICON_FONT.test(name),
    // The character's angle takes a slant for a turn, the object's matrix leaves out that of a form around it.
    turns: quarterTurns(-angle, transform) ?? quarterTurns(Math.atan2(b, a), transform),
    unpainted: isUnpainted(pdfium, object) || alpha === 0,
    hidden: false,
  };
}

/** The direction of writing, seen on the page as it is shown. */
function quarterTurns(angle: number, transform: Transform): GlyphStyle['turns'] {
  const [x0, y0] = transform(0, 0);
  const [x, y] = transform(100 * Math.cos(angle), 100 * Math.sin(angle));
  const turns = Math.atan2(y0 - y, x - x0) / (Math.PI / 2);
  const nearest = Math.round(turns);
  return Math.abs(turns - nearest) > 0.15 ? null : (((nearest + 4) % 4) as 0 | 1 | 2 | 3);
}
