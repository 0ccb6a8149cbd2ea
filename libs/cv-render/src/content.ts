import type { Resume } from '@discover/cv-model';

import { loadCoverage } from './fonts/coverage.js';
import type { RenderFormat } from './formats.js';
import type { Photo } from './photo.js';
import type { PreparedRequest } from './request.js';
import { shownDocument } from './shown.js';
import { buildStyle, type Style } from './style.js';
import { buildView } from './view/build.js';
import type { Covers } from './view/text.js';
import type { CvView } from './view/view.js';

/** What every format draws. */
export interface Content {
  /** The document without what is not shown. */
  shown: Resume;
  view: CvView;
  style: Style;
  photo: Photo | undefined;
}

let covers: Covers | undefined;

export function contentOf({ document, template, format, options, photo }: PreparedRequest): Content {
  covers ??= loadCoverage();
  const shown = shownDocument(document, options);
  const drawn = drawable(photo, format);
  const view = buildView(shown, options, template, OWN_FONTS.has(format) ? covers : null, drawn);
  return { shown, view, style: buildStyle(options, template.base), photo: drawn };
}

/** What draws pictures reads no WebP, nor do all word processors, so these show the layout without a photo then. */
function drawable(photo: Photo | undefined, format: RenderFormat): Photo | undefined {
  return photo?.format === 'webp' && WITHOUT_WEBP.has(format) ? undefined : photo;
}

const WITHOUT_WEBP = new Set<RenderFormat>(['png', 'og', 'docx']);

/** Formats that are drawn with our fonts; the others are shown with those of whoever reads them. */
const OWN_FONTS = new Set<RenderFormat>(['pdf', 'svg', 'png', 'og', 'html']);
