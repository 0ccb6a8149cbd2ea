import { createHash } from 'node:crypto';

import { canonicalJson, type Resume } from '@discover/cv-model';

import { fontsHash } from './fonts/catalog.js';
import type { Fit } from './fit.js';
import { isData, requireFormat, type RenderFormat } from './formats.js';
import { resolveOptions, type RenderOptions } from './options.js';
import { photoOf, type Photo } from './photo.js';
import { profileOf } from './profiles.js';
import { requireTemplate, type Template } from './templates.js';

/**
 * Goes up with every change of this library that changes the bytes of some render and is not the change of one template
 * (that is the template's own version): a new Typst, other parts, other words.
 */
const RENDERER_VERSION = 3;

export interface RenderRequest {
  /** Should be valid (`resumeProblems` of cv-model); what is not is left out. */
  document: Resume;
  /** Id of a template, or `id@version`. */
  template: string;
  format: RenderFormat;
  /**
   * Typst source of an uploaded template, which draws PDF and pictures: it defines `template(cv, style)` and may import
   * `/parts/…`. `template` is what it is based on: that gives options, places of sections, and the other formats. To be
   * rendered by a `RenderPool`, which runs it in a sandbox.
   */
  source?: string;
  /** What is not given has the template's default. */
  options?: Partial<RenderOptions>;
  /**
   * PNG, JPEG or WebP of at most 5 MiB, in place of `basics.image`, of which only a data URI is shown: no address is
   * fetched. A broken picture is left out.
   */
  photo?: Uint8Array;
}

export interface Rendered {
  bytes: Uint8Array;
  mediaType: string;
  /** Of the whole document; 1 for formats without pages. */
  pages: number;
  /** What was done so that it fits, where `maxPages` was asked for. */
  fit?: Fit;
}

/** A request whose names have been found and whose options are complete. */
export interface PreparedRequest {
  document: Resume;
  template: Template;
  format: RenderFormat;
  options: RenderOptions;
  source?: string;
  /** The same by the template that it is compared with. */
  compareWith?: PreparedRequest;
  /** Only if the template shows one, or the format has a place for it. */
  photo: Photo | undefined;
}

/** The same by another template, as far as that has the same options. */
function comparedRequest({ source: _, ...request }: RenderRequest, template: string): RenderRequest {
  const known = requireTemplate(template).optionsSchema.properties as object;
  const given = Object.entries(request.options ?? {}).filter(([name]) => name !== 'compareWith' && name in known);
  return { ...request, template, options: Object.fromEntries(given) };
}

/** @throws RenderError `unknown_template`, `unsupported_format` or `invalid_options` */
export function prepareRequest(request: RenderRequest): PreparedRequest {
  const template = requireTemplate(request.template);
  const format = requireFormat(request.format);
  // What a template does not show is still a part of the data.
  const defaults = isData(format) ? { ...template.defaults, hiddenSections: [] } : template.defaults;
  const options = resolveOptions(request.options, template.validateOptions, defaults, request.document);
  const { document, source } = request;
  const showsPhoto = template.photo || format === 'xml';
  const hasPhoto = showsPhoto && options.photoShape !== 'none' && !masksPhoto(options);
  const photo = hasPhoto ? photoOf(document, request.photo) : undefined;
  const prepared = { document, template, format, options, photo, ...(source !== undefined && { source }) };
  if (format !== 'png' || options.compareWith === undefined) return prepared;
  return { ...prepared, compareWith: prepareRequest(comparedRequest(request, options.compareWith)) };
}

/**
 * SHA-256 in hex over all that decides the bytes of a render: equal identities, equal bytes, so it is a cache key and a
 * job id. The order of an object's members does not count, nor does whether a default was written out.
 *
 * A version that is asked for by its number (`classic@2`) is a pin: fonts, renderer and defaults of the day are no part of
 * its identity, and it is over the options as they were given. Whoever keeps renders by identity then hands out the bytes
 * that were made first for as long as they keep them, whatever has become of this library.
 * @throws RenderError like a render would for a bad request
 */
export function renderIdentity(request: RenderRequest): string {
  const { document, template, format, options, source, photo, compareWith } = prepareRequest(request);
  const parts = {
    document,
    format,
    source,
    ...(compareWith && { comparedVersion: compareWith.template.version }),
    ...(photo === undefined ? {} : { photo: createHash('sha256').update(photo.bytes).digest('hex') }),
    template: { id: template.id, version: template.version },
    ...(request.template.includes('@')
      ? { pinned: request.options ?? {} }
      : { options, fonts: fontsHash(), renderer: RENDERER_VERSION }),
  };
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

function masksPhoto({ profile }: RenderOptions): boolean {
  return profileOf(profile)?.masks.includes('photo') === true;
}
