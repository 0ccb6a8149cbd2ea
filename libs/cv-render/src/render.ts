import { loadCoverage } from './fonts/coverage.js';
import { canonicalJson } from '@discover/cv-model';

import { renderDocx } from './docx/render.js';
import { renderEuropass } from './europass/render.js';
import { fitStyle } from './fit.js';
import { MEDIA_TYPES, type RenderFormat } from './formats.js';
import { renderHtml } from './html/render.js';
import { CvCompiler } from './pdf/compiler.js';
import { UPLOADED } from './pdf/diagnostics.js';
import { pageDrawing, pagePicture } from './picture.js';
import { prepareRequest, type PreparedRequest, type Rendered, type RenderRequest } from './request.js';
import { shownDocument } from './shown.js';
import { buildStyle, type Style } from './style.js';
import { templates } from './templates.js';
import { renderMarkdown } from './text/markdown.js';
import { renderPlainText } from './text/plain.js';
import { buildView } from './view/build.js';
import type { Covers } from './view/text.js';
import type { CvView } from './view/view.js';

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

function draw({ document, template, format, options, source }: PreparedRequest): Omit<Rendered, 'mediaType'> {
  const shown = shownDocument(document, options);
  if (format === 'json') return text(`${JSON.stringify(JSON.parse(canonicalJson(shown)), null, 2)}\n`);
  if (format === 'xml') return text(renderEuropass(shown, options.locale));
  covers ??= loadCoverage();
  const view = buildView(shown, options, template, OWN_FONTS.has(format) ? covers : null);
  const style = buildStyle(options, template.base);
  switch (format) {
    case 'txt':
      return text(renderPlainText(view));
    case 'md':
      return text(renderMarkdown(view));
    case 'docx':
      return { bytes: renderDocx(template, view, style), pages: 1 };
    case 'html':
      return text(renderHtml(template, view, style));
    case 'pdf':
    case 'svg':
    case 'png':
    case 'og':
      compiler ??= new CvCompiler();
      if (source !== undefined) compiler.upload(source);
      return typeset(
        compiler,
        { template: source === undefined ? template.id : UPLOADED, format, options, document: shown },
        view,
        style,
      );
  }
}

function typeset(
  typst: CvCompiler,
  { template, format, options, document }: Omit<PreparedRequest, 'template'> & { template: string },
  view: CvView,
  asked: Style,
): Omit<Rendered, 'mediaType'> {
  const { maxPages, minFontSize } = options;
  const { style, fit } =
    maxPages === undefined
      ? { style: asked }
      : fitStyle(asked, { maxPages, minFontSize }, (tried) => typst.pages(template, view, tried, document));
  const fitted = fit && { fit };
  if (format === 'pdf') return { ...typst.pdf(template, view, style, document), ...fitted };
  const drawing = typst.svg(template, view, style, document);
  const bytes =
    format === 'svg'
      ? text(pageDrawing(drawing, options.page, view.title)).bytes
      : pagePicture(drawing, format === 'og' ? 1 : options.page, format === 'og' ? 'og' : 'png');
  return { bytes, pages: drawing.pages, ...fitted };
}

/** Formats that are drawn with our fonts; the others are shown with those of whoever reads them. */
const OWN_FONTS = new Set<RenderFormat>(['pdf', 'svg', 'png', 'og', 'html']);

function text(content: string): { bytes: Uint8Array; pages: number } {
  return { bytes: new TextEncoder().encode(content), pages: 1 };
}
