import { ParseError } from '../../errors.js';
import type { Deadline, Limits } from '../../limits.js';
import { RecognitionDeferred } from '../../ocr/deferred.js';
import { withOcr, type OcrEngine } from '../../ocr/engine.js';
import { PageRecogniser, type Picture } from '../../ocr/page.js';
import { mirror, turn, type Raster } from '../../ocr/raster.js';
import type { PdfPage } from '../pdf/glyphs.js';
import { exifOrientation } from './exif.js';
import { isTiff, tiffPages } from './tiff.js';

/** Inches of an A4 page's sides, which a picture without a believable resolution is taken for. */
const A4_AREA = 8.27 * 11.69;
/** What the shorter side of a page may measure in inches for its resolution to be believed. */
const MIN_SIDE = 4;
const MAX_SIDE = 13;

/** Reads a PNG, JPEG, WebP or TIFF (each of its pages) by text recognition. */
export async function readImage(
  bytes: Uint8Array,
  limits: Limits,
  deadline: Deadline,
  options: { deferRecognition?: boolean },
): Promise<PdfPage[]> {
  if (options.deferRecognition) throw new RecognitionDeferred();
  return withOcr(async (engine) => {
    const recogniser = new PageRecogniser(engine, () => deadline.check());
    const pages: PdfPage[] = [];
    for (const strips of isTiff(bytes) ? tiffPages(bytes, limits) : [[bytes]]) {
      const picture = await decode(engine, strips, limits);
      pages.push(await recogniser.read(picture, pages.length + 1));
    }
    return pages;
  });
}

/** Decodes the strips of one picture and puts them below each other. */
async function decode(engine: OcrEngine, strips: readonly Uint8Array[], limits: Limits): Promise<Picture> {
  const headers = strips.map((strip) => engine.header(strip));
  const pixels = headers.reduce((sum, header) => sum + (header ? header.width * header.height : NaN), 0);
  if (!(pixels > 0)) throw new ParseError('corrupt_document');
  if (pixels > limits.maxPixels) throw new ParseError('too_large');
  const rasters: Raster[] = [];
  let stated = 0;
  for (const strip of strips) {
    const decoded = await engine.decode(strip);
    if (!decoded) throw new ParseError('corrupt_document');
    rasters.push(decoded.raster);
    stated = decoded.dpi;
  }
  const whole = rasters.length === 1 ? rasters[0]! : stack(rasters);
  const { mirrored, turns } = exifOrientation(strips[0]!);
  return { raster: turn(mirrored ? mirror(whole) : whole, turns), dpi: resolution(whole, stated) };
}

function stack(rasters: readonly Raster[]): Raster {
  const { width } = rasters[0]!;
  if (rasters.some((raster) => raster.width !== width)) throw new ParseError('corrupt_document');
  const height = rasters.reduce((sum, raster) => sum + raster.height, 0);
  const data = new Uint8Array(width * height);
  let at = 0;
  for (const raster of rasters) {
    data.set(raster.data, at);
    at += raster.data.length;
  }
  return { width, height, data };
}

function resolution({ width, height }: Raster, stated: number): number {
  const side = Math.min(width, height) / stated;
  return side >= MIN_SIDE && side <= MAX_SIDE ? stated : Math.sqrt((width * height) / A4_AREA);
}
