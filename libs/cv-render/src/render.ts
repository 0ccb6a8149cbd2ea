import { loadCoverage } from './fonts/coverage.js';
import { MEDIA_TYPES } from './formats.js';
import { renderHtml } from './html/render.js';
import { CvCompiler } from './pdf/compiler.js';
import { pictureOf } from './picture.js';
import { prepareRequest, type Rendered, type RenderRequest } from './request.js';
import { buildStyle } from './style.js';
import { templates } from './templates.js';
import { buildView } from './view/build.js';
import type { Covers } from './view/text.js';

let covers: Covers | undefined;
let compiler: CvCompiler | undefined;

/**
 * Renders in the calling thread, which it blocks for some 15 ms; a server uses `RenderPool`. The first render of a
 * thread also loads fonts and templates, unless `warm` was called.
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
  const { document, template, format, options, photo } = prepareRequest(request);
  covers ??= loadCoverage();
  // What draws pictures reads no WebP, so they show the layout without a photo then.
  const isDrawn = photo?.format !== 'webp' || (format !== 'png' && format !== 'og');
  const view = buildView(document, options, template, covers, isDrawn ? photo : undefined);
  const style = buildStyle(options, template.base);
  const mediaType = MEDIA_TYPES[format];
  switch (format) {
    case 'pdf':
      compiler ??= new CvCompiler();
      return { ...compiler.pdf(template.id, view, style, document, photo), mediaType };
    case 'png':
    case 'og': {
      compiler ??= new CvCompiler();
      const { svg, pages } = compiler.svg(template.id, view, style, document, photo);
      return { bytes: pictureOf(svg, pages, format, photo?.orientation ?? 1), mediaType, pages: 1 };
    }
    case 'html':
      return { bytes: new TextEncoder().encode(renderHtml(template, view, style, photo)), mediaType, pages: 1 };
  }
}
