import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Real documents of people whom we invented; how each was made stands beside them. */
const FOLDER = resolve(import.meta.dirname, '../../../libs/cv-parser/test/documents');
const SAMPLE = resolve(import.meta.dirname, '../../stack/sample/cv.pdf');

export async function document(name: string): Promise<Buffer> {
  return readFile(resolve(FOLDER, name));
}

/** Two pages, one column, English. */
export async function samplePdf(): Promise<Buffer> {
  return readFile(SAMPLE);
}

/** JSON Resume that says what `name` holds. */
export async function truthOf(name: string): Promise<{ basics: { name: string; email: string } }> {
  return JSON.parse((await document(name.replace(/\.\w+$/, '.truth.json'))).toString()) as {
    basics: { name: string; email: string };
  };
}

/** A drawing of nobody, 320 × 400. */
export async function portrait(): Promise<Buffer> {
  return readFile(resolve(import.meta.dirname, '../../../libs/cv-render/test/documents/portrait.png'));
}

/** A real GIF of one pixel: a picture that the parser does not read. */
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
