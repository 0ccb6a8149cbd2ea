import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** BCP 47 language → Tesseract's name of it. Their data comes with npm packages; a new one is added here and there. */
const MODELS = { en: 'eng', de: 'deu', fr: 'fra', it: 'ita', es: 'spa' } as const;

/** Its model knows no «@». */
const WITHOUT_AT = 'es';

export type OcrLanguage = keyof typeof MODELS;

export function isOcrLanguage(language: string | null): language is OcrLanguage {
  return language !== null && Object.hasOwn(MODELS, language);
}

/** Whether addresses of mail must be read by another language's model. */
export function lacksAt(language: OcrLanguage): boolean {
  return language === WITHOUT_AT;
}

export function modelName(language: OcrLanguage): string {
  return MODELS[language];
}

/** A language's trained data, out of its package: it is never fetched, and fails where the package is not installed. */
export async function readModel(language: OcrLanguage): Promise<Uint8Array> {
  const name = MODELS[language];
  const path = createRequire(import.meta.url).resolve(
    `@tesseract.js-data/${name}/4.0.0_best_int/${name}.traineddata.gz`,
  );
  return promisify(gunzip)(await readFile(path));
}
