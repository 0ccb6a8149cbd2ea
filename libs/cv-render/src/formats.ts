import { RenderError } from './errors.js';

/** The formats that can be asked for, with the media type of what comes back. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  /** The first page. */
  png: 'image/png',
  /** The top of the first page, in the size that previews of links have (Open Graph). */
  og: 'image/png',
} as const;

export type RenderFormat = keyof typeof MEDIA_TYPES;

export const RENDER_FORMATS = Object.keys(MEDIA_TYPES) as readonly RenderFormat[];

/** @throws RenderError `unsupported_format` */
export function requireFormat(format: string): RenderFormat {
  if (Object.hasOwn(MEDIA_TYPES, format)) return format as RenderFormat;
  throw new RenderError('unsupported_format', `There is no such format; there are: ${RENDER_FORMATS.join(', ')}.`);
}
