import type { Look } from '../../document/model.js';
import type { Picture } from '../../ocr/page.js';
import type { Pdfium } from './pdfium.js';
import { drawPage, needsRecognition } from './scan.js';

/** One character on a page; coordinates in points from the page's top left corner, y downwards. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
  look: GlyphStyle;
  /** How sure it is that it was recognised rightly, 0…1; absent where the document spells it. */
  certainty?: number;
}

export interface GlyphStyle extends Look {
  font: string;
  /** From a font of pictograms: it marks something but spells nothing. */
  icon: boolean;
}

export interface PageLink {
  left: number;
  right: number;
  top: number;
  bottom: number;
  url: string;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  links: PageLink[];
}

const ICON_FONT = /awesome|icon|glyphter|material|entypo|ionic|feather|phosphor|fontello|remix|webdings|bootstrap-i/i;
/** Weight from which a font counts as bold (CSS weights: 600 is semi-bold). */
const BOLD_WEIGHT = 600;
const BOLD_NAME = /bold|black|heavy|semibold|demi|[-,]bd\b|-medi\b|^cmbx|^sfbx|^ptmb|BX\d/i;
/** A name that says that the font is not bold; the weight that fonts state about themselves is often wrong. */
const PLAIN_NAME = /regular|light|book|roman|medium|thin|normal/i;
const ITALIC_NAME = /italic|oblique|slanted|-it\b|-ital|^cmti|^sfti/i;

/** Symbol and Wingdings characters of list markers, as word processors write them. */
const SYMBOL_BULLETS = /[\uf0a7\uf0b7\uf0d8\uf0fc\uf06c\uf06e\uf076]/;
const PRIVATE_USE = /[\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFD}]/u;
/** What PDFium puts for a hyphen at a line's end. */
const LINE_END_HYPHEN = 2;

/** Maps PDFium's page coordinates (y upwards, before rotation and cropping) to points from the top left corner. */
type Transform = (x: number, y: number) => [number, number];

/** A page's text and links, and its picture where these do not tell what it shows. */
export function readPage(
  pdfium: Pdfium,
  document: number,
  index: number,
): { page: PdfPage; picture: Picture | null } | null {
  const { call } = pdfium;
  const handle = call.FPDF_LoadPage!(document, index);
  if (handle === 0) return null;
  try {
    const width = call.FPDF_GetPageWidthF!(handle);
    const height = call.FPDF_GetPageHeightF!(handle);
    const transform = pageTransform(pdfium, handle, width, height);
    const glyphs = readGlyphs(pdfium, handle, transform);
    const page = { number: index + 1, width, height, glyphs, links: readLinks(pdfium, document, handle, transform) };
    return { page, picture: needsRecognition(pdfium, handle, page) ? drawPage(pdfium, handle, page) : null };
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

function readGlyphs(pdfium: Pdfium, page: number, transform: Transform): Glyph[] {
  const { call, scratch } = pdfium;
  const textPage = call.FPDFText_LoadPage!(page);
  if (textPage === 0) return [];
  const styles = new Map<number, GlyphStyle>();
  const glyphs: Glyph[] = [];
  const count = call.FPDFText_CountChars!(textPage);
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
      style = readStyle(pdfium, object);
      styles.set(object, style);
    }
    const text = code === LINE_END_HYPHEN || code === 0xfffe ? '-' : toText(code);
    const left = Math.min(ax, bx);
    const right = Math.max(ax, bx);
    glyphs.push({ text, left, right, top: Math.min(ay, by), bottom: Math.max(ay, by), baseline, look: style });
  }
  call.FPDFText_ClosePage!(textPage);
  separateLigatures(glyphs);
  return glyphs;
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

/** One character as text: presentation forms (ligatures, full-width letters) spelt out, invisible ones empty. */
function toText(code: number): string {
  // A half of a pair, or beyond Unicode: what a broken character map gives.
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  const text = String.fromCodePoint(code);
  if (SYMBOL_BULLETS.test(text)) return '•';
  if ((code >= 0xfb00 && code <= 0xfb06) || (code >= 0xff01 && code <= 0xff5e)) return text.normalize('NFKC');
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return ' ';
  if (code === 0x2010 || code === 0x2011) return '-';
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f))
    return '';
  if (code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f)) return '';
  return text;
}

function readStyle(pdfium: Pdfium, object: number): GlyphStyle {
  const { call, scratch } = pdfium;
  const font = call.FPDFTextObj_GetFont!(object);
  const name = pdfium
    .string('utf-8', (buffer, bytes) => call.FPDFFont_GetBaseFontName!(font, buffer, bytes))
    .replace(/^[A-Z]{6}\+/, '');
  call.FPDFTextObj_GetFontSize!(object, scratch);
  const nominal = pdfium.view.getFloat32(scratch, true);
  call.FPDFPageObj_GetMatrix!(object, scratch);
  const c = pdfium.view.getFloat32(scratch + 8, true);
  const d = pdfium.view.getFloat32(scratch + 12, true);
  call.FPDFPageObj_GetFillColor!(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const { view } = pdfium;
  const color = (view.getUint8(scratch) << 16) | (view.getUint8(scratch + 4) << 8) | view.getUint8(scratch + 8);
  const weight = call.FPDFFont_GetWeight!(font);
  return {
    font: name,
    size: Math.round(nominal * Math.hypot(c, d) * 10) / 10,
    bold: BOLD_NAME.test(name) || (weight >= BOLD_WEIGHT && !PLAIN_NAME.test(name)),
    italic: ITALIC_NAME.test(name),
    color,
    icon: ICON_FONT.test(name),
  };
}

/** Whether a glyph is a pictogram: from such a font, or a private code that no reader could spell. */
export function isIcon(glyph: Glyph): boolean {
  return glyph.look.icon || PRIVATE_USE.test(glyph.text);
}

function readLinks(pdfium: Pdfium, document: number, page: number, transform: Transform): PageLink[] {
  const { call, scratch } = pdfium;
  const links: PageLink[] = [];
  pdfium.view.setInt32(scratch, 0, true);
  // The scratch area is used by what follows, so the position of the enumeration is kept here.
  for (let position = 0; links.length < 500;) {
    pdfium.view.setInt32(scratch, position, true);
    if (call.FPDFLink_Enumerate!(page, scratch, scratch + 4) === 0) break;
    position = pdfium.view.getInt32(scratch, true);
    const link = pdfium.view.getUint32(scratch + 4, true);
    if (call.FPDFLink_GetAnnotRect!(link, scratch) === 0) continue;
    const { view } = pdfium;
    const [ax, ay] = transform(view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
    const [bx, by] = transform(view.getFloat32(scratch + 8, true), view.getFloat32(scratch + 12, true));
    const action = call.FPDFLink_GetAction!(link);
    if (action === 0) continue;
    const url = pdfium.string('utf-8', (buffer, bytes) => call.FPDFAction_GetURIPath!(document, action, buffer, bytes));
    if (url === '') continue;
    links.push({
      left: Math.min(ax, bx),
      right: Math.max(ax, bx),
      top: Math.min(ay, by),
      bottom: Math.max(ay, by),
      url,
    });
  }
  return links;
}
