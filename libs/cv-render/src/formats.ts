import { RenderError } from './errors.js';

/** The formats that can be asked for, with the media type of what comes back. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  /** To go on writing in Word or LibreOffice. */
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  /** To paste into forms. */
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  /** JSON Resume. */
  json: 'application/json; charset=utf-8',
  /** Europass, version 3. */
  xml: 'application/xml; charset=utf-8',
  /** One page, as drawing and as picture: the first, or the one that the option `page` names. */
  svg: 'image/svg+xml',
  png: 'image/png',
  /** The top of the first page, in the size that previews of links have (Open Graph). */
  og: 'image/png',
} as const;

export type RenderFormat = keyof typeof MEDIA_TYPES;

export const RENDER_FORMATS = Object.keys(MEDIA_TYPES) as readonly RenderFormat[];

/** Whether it is the CV as data, which no design decides about. */
export function isData(format: RenderFormat): boolean {
  return format === 'json' || format === 'xml';
}

/** Whether Typst draws it, by the template's own source. */
export function isTypeset(format: RenderFormat): boolean {
  return format === 'pdf' || format === 'svg' || format === 'png' || format === 'og';
}

/** @throws RenderError `unsupported_format` */
export function requireFormat(format: string): RenderFormat {
  if (Object.hasOwn(MEDIA_TYPES, format)) return format as RenderFormat;
  throw new RenderError('unsupported_format', `There is no such format; there are: ${RENDER_FORMATS.join(', ')}.`);
}
