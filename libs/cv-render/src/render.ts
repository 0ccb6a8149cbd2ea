import { loadCoverage } from './fonts/coverage.js';
import { canonicalJson } from '@discover/cv-model';

import { renderDocx } from './docx/render.js';
import { renderEuropass } from './europass/render.js';
import { fitStyle } from './fit.js';
import { MEDIA_TYPES, type RenderFormat } from './formats.js';
import { renderHtml } from './html/render.js';
import { CvCompiler, type Job } from './pdf/compiler.js';
import { UPLOADED } from './pdf/diagnostics.js';
import type { RenderOptions } from './options.js';
import type { Photo } from './photo.js';
import { pageDrawing, pagePicture } from './picture.js';
import { prepareRequest, type PreparedRequest, type Rendered, type RenderRequest } from './request.js';
import { shownDocument } from './shown.js';
import { buildStyle } from './style.js';
import { templates } from './templates.js';
import { renderMarkdown } from './text/markdown.js';
import { renderPlainText } from './text/plain.js';
import { buildView } from './view/build.js';
import type { Covers } from './view/text.js';

let covers: Covers | undefined;
let compiler: CvCompiler | undefined;

/**
 * Renders in the calling thread, which it blocks for some 15 ms; a server uses `RenderPool`. The first render of a
 * thread also loads fonts and templates, unless `warm` was called. An uploaded template is not bounded here.
 */
export async function renderCv(request: RenderRequest): Promise<Rendered> {
  return renderNow(request);
}

/** Loads fonts and templates and makes one small document of each, so that the first real one is as fast as the next. */
export function warm(): void {
  for (const { id } of templates) {
    renderNow({
      document: { basics: { name: 'A', email: 'a@example.org' }, work: [{ name: 'B' }] },
      template: id,
      format: 'pdf',
    });
  }
}

function renderNow(request: RenderRequest): Rendered {
  const prepared = prepareRequest(request);
  return { ...draw(prepared), mediaType: MEDIA_TYPES[prepared.format] };
}

function draw({ document, template, format, options, source, photo }: PreparedRequest): Omit<Rendered, 'mediaType'> {
  const shown = shownDocument(document, options);
  if (format === 'json') return text(`${JSON.stringify(JSON.parse(canonicalJson(shown)), null, 2)}\n`);
  if (format === 'xml') return text(renderEuropass(shown, options.locale));
  covers ??= loadCoverage();
  const view = buildView(shown, options, template, OWN_FONTS.has(format) ? covers : null, drawable(photo, format));
  const style = buildStyle(options, template.base);
  switch (format) {
    case 'txt':
      return text(renderPlainText(view));
    case 'md':
      return text(renderMarkdown(view));
    case 'docx':
      return { bytes: renderDocx(template, view, style), pages: 1 };
    case 'html':
      return text(renderHtml(template, view, style, photo));
    case 'pdf':
    case 'svg':
    case 'png':
    case 'og': {
      compiler ??= new CvCompiler();
      if (source !== undefined) compiler.upload(source);
      const templateId = source === undefined ? template.id : UPLOADED;
      return typeset(compiler, { templateId, view, style, resume: shown, photo }, format, options);
    }
  }
}

function typeset(
  typst: CvCompiler,
  asked: Job,
  format: 'pdf' | 'svg' | 'png' | 'og',
  { maxPages, minFontSize, page }: RenderOptions,
): Omit<Rendered, 'mediaType'> {
  const { style, fit } =
    maxPages === undefined
      ? { style: asked.style }
      : fitStyle(asked.style, { maxPages, minFontSize }, (tried) => typst.pages({ ...asked, style: tried }));
  const job = { ...asked, style };
  const fitted = fit && { fit };
  if (format === 'pdf') return { ...typst.pdf(job), ...fitted };
  const drawing = { ...typst.svg(job), orientation: job.photo?.orientation ?? 1 };
  const bytes =
    format === 'svg'
      ? text(pageDrawing(drawing, page, job.view.title)).bytes
      : pagePicture(drawing, format === 'og' ? 1 : page, format);
  return { bytes, pages: drawing.pages, ...fitted };
}

/** What draws pictures reads no WebP, so they show the layout without a photo then. */
function drawable(photo: Photo | undefined, format: RenderFormat): Photo | undefined {
  return photo?.format === 'webp' && (format === 'png' || format === 'og') ? undefined : photo;
}

/** Formats that are drawn with our fonts; the others are shown with those of whoever reads them. */
const OWN_FONTS = new Set<RenderFormat>(['pdf', 'svg', 'png', 'og', 'html']);

function text(content: string): { bytes: Uint8Array; pages: number } {
  return { bytes: new TextEncoder().encode(content), pages: 1 };
}
