import { canonicalJson } from '@discover/cv-model';

import { contentOf } from './content.js';
import { renderDocx } from './docx/render.js';
import { renderEuropass } from './europass/render.js';
import { MEDIA_TYPES } from './formats.js';
import { renderHtml } from './html/render.js';
import { prepareRequest, type PreparedRequest, type Rendered, type RenderRequest } from './request.js';
import { shownDocument } from './shown.js';
import { templates } from './templates.js';
import { renderMarkdown } from './text/markdown.js';
import { renderPlainText } from './text/plain.js';
import { typeset } from './typeset.js';

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

function draw(prepared: PreparedRequest): Omit<Rendered, 'mediaType'> {
  const { template, format, options } = prepared;
  switch (format) {
    case 'pdf':
    case 'svg':
    case 'png':
    case 'og':
      return typeset(prepared);
    case 'json': {
      const shown = shownDocument(prepared.document, options);
      return text(`${JSON.stringify(JSON.parse(canonicalJson(shown)), null, 2)}\n`);
    }
    case 'xml':
      return text(renderEuropass(shownDocument(prepared.document, options), options.locale, prepared.photo));
    case 'html':
    case 'docx':
    case 'txt':
    case 'md': {
      const { shown, view, style, photo } = contentOf(prepared);
      if (format === 'docx') return { bytes: renderDocx(template, view, style, shown, photo), pages: 1 };
      if (format === 'html') return text(renderHtml(template, view, style, photo));
      return text(format === 'txt' ? renderPlainText(view) : renderMarkdown(view));
    }
  }
}

function text(content: string): { bytes: Uint8Array; pages: number } {
  return { bytes: new TextEncoder().encode(content), pages: 1 };
}
