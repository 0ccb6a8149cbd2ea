import type { PdfPage } from './glyphs.js';
import type { Pdfium } from './pdfium.js';
import type { Picture } from '../../ocr/page.js';

const POINTS_PER_INCH = 72;
const SCAN_DPI = 250;
/** An A4 page at 300 dpi: larger pages are drawn at a lower resolution. */
const MAX_PIXELS = 8_700_000;
/** PDFium's numbers: a bitmap of one grey byte a pixel; drawing with annotations, and in grey. */
const GREY_BITMAP = 1;
const DRAW_FLAGS = 0x01 | 0x08;
const WHITE = 0xffffffff;
/** Fewer letters than these are no page of a CV: a stamp or a page number on a scan. */
const MIN_LETTERS = 20;
const MIN_LETTERS_ON_SCAN = 200;
/** Share of the page from which an image counts as the page itself. */
const SCAN_AREA = 0.5;
const PRIVATE_USE = /[\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFD}\ufffd]/u;
const LETTER = /[\p{L}\p{N}]/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüý]/iu;
/** Share of characters without meaning from which a text layer is nonsense. */
const MAX_UNSPELT = 0.3;
/** Of the letters of European languages 35 to 50 in a hundred are vowels; of letters mixed up, 15 to 20. */
const MIN_VOWELS = 0.22;
const ENOUGH_LETTERS = 150;

/** Whether a page shows more than its text layer tells, so that it must be read from its picture. */
export function needsRecognition(page: PdfPage): boolean {
  const text = page.glyphs.map((glyph) => (glyph.look.hidden ? ' ' : glyph.text)).join('');
  const letters = text.match(new RegExp(LETTER, 'gu'))?.length ?? 0;
  if (isNonsense(text)) return true;
  // Type without a picture or an outline is all that there is to see.
  if (letters >= MIN_LETTERS_ON_SCAN || (page.glyphs.length > 0 && page.shapes.length === 0)) return false;
  return letters < MIN_LETTERS || imageShare(page) > SCAN_AREA;
}

/** A text layer whose fonts do not say which letters they show: private codes, or letters that form no words. */
export function isNonsense(text: string): boolean {
  const ink = text.replace(/\s/g, '');
  const unspelt = Array.from(ink).filter((sign) => PRIVATE_USE.test(sign)).length;
  if (unspelt > ink.length * MAX_UNSPELT) return true;
  const letters = text.match(/\p{Script=Latin}/gu) ?? [];
  return (
    letters.length >= ENOUGH_LETTERS &&
    letters.filter((letter) => VOWEL.test(letter)).length < letters.length * MIN_VOWELS
  );
}

/** The largest image's share of the page. */
function imageShare({ shapes, width, height }: PdfPage): number {
  const areas = shapes
    .filter(({ kind }) => kind === 'image')
    .map(({ left, right, top, bottom }) => (right - left) * (bottom - top));
  return Math.max(0, ...areas) / (width * height);
}

/** Draws a page in shades of grey; null where there is no memory for it. */
export function drawPage(pdfium: Pdfium, handle: number, page: PdfPage): Picture | null {
  const { call } = pdfium;
  const inches = (page.width * page.height) / POINTS_PER_INCH ** 2;
  const dpi = Math.min(SCAN_DPI, Math.sqrt(MAX_PIXELS / inches));
  const width = Math.max(1, Math.round((page.width / POINTS_PER_INCH) * dpi));
  const height = Math.max(1, Math.round((page.height / POINTS_PER_INCH) * dpi));
  const bitmap = call.FPDFBitmap_CreateEx!(width, height, GREY_BITMAP, 0, 0);
  if (bitmap === 0) return null;
  try {
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, WHITE);
    call.FPDF_RenderPageBitmap!(bitmap, handle, 0, 0, width, height, 0, DRAW_FLAGS);
    const stride = call.FPDFBitmap_GetStride!(bitmap);
    const pixels = pdfium.bytes(call.FPDFBitmap_GetBuffer!(bitmap), stride * height);
    const data = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) data.set(pixels.subarray(y * stride, y * stride + width), y * width);
    return { raster: { width, height, data }, dpi };
  } finally {
    call.FPDFBitmap_Destroy!(bitmap);
  }
}
