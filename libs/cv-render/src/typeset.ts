import { contentOf } from './content.js';
import { fitStyle, type Fit } from './fit.js';
import { CvCompiler, type Job } from './pdf/compiler.js';
import { UPLOADED } from './pdf/diagnostics.js';
import { comparisonPicture, pageDrawing, pagePicture, type Drawing } from './picture.js';
import type { PreparedRequest, Rendered } from './request.js';

let compiler: CvCompiler | undefined;

/** Formats that Typst sets: PDF, and pictures of its pages. */
export function typeset(request: PreparedRequest): Omit<Rendered, 'mediaType'> {
  const { format, options, compareWith } = request;
  compiler ??= new CvCompiler();
  const { job, fit } = fittedJob(compiler, request);
  const fitted = fit && { fit };
  if (format === 'pdf') return { ...compiler.pdf(job), ...fitted };
  const drawing = drawingOf(compiler, job);
  const { pages } = drawing;
  switch (format) {
    case 'svg':
      return { bytes: new TextEncoder().encode(pageDrawing(drawing, options.page, job.view.title)), pages, ...fitted };
    case 'og':
      return { bytes: pagePicture(drawing, 1, 'og'), pages, ...fitted };
    default: {
      if (!compareWith) return { bytes: pagePicture(drawing, options.page, 'png'), pages, ...fitted };
      const other = drawingOf(compiler, fittedJob(compiler, compareWith).job);
      return { bytes: comparisonPicture(other, drawing, options.page), pages: Math.max(pages, other.pages), ...fitted };
    }
  }
}

/** The document as it is to be set: tighter than asked for, where it must fit. */
function fittedJob(typst: CvCompiler, request: PreparedRequest): { job: Job; fit?: Fit } {
  const { template, options, source } = request;
  const { shown, view, style, photo } = contentOf(request);
  if (source !== undefined) typst.upload(source);
  const folder = source === undefined ? template.folder : UPLOADED;
  const job = { folder, view, style, resume: shown, photo };
  const { maxPages, minFontSize } = options;
  if (maxPages === undefined) return { job };
  const fitted = fitStyle(style, { maxPages, minFontSize }, (tried) => typst.pages({ ...job, style: tried }));
  return { job: { ...job, style: fitted.style }, fit: fitted.fit };
}

function drawingOf(typst: CvCompiler, job: Job): Drawing {
  return { ...typst.svg(job), orientation: job.photo?.orientation ?? 1 };
}
