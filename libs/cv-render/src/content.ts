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
  const view = buildView(shown, options, template, OWN_FONTS.has(format) ? covers : null, drawable(photo, format));
  return { shown, view, style: buildStyle(options, template.base), photo };
}

/** What draws pictures reads no WebP, so they show the layout without a photo then. */
function drawable(photo: Photo | undefined, format: RenderFormat): Photo | undefined {
  return photo?.format === 'webp' && (format === 'png' || format === 'og') ? undefined : photo;
}

/** Formats that are drawn with our fonts; the others are shown with those of whoever reads them. */
const OWN_FONTS = new Set<RenderFormat>(['pdf', 'svg', 'png', 'og', 'html']);
