import type { Reading, SourceFormat } from '@discover/cv-model';

import { calibrate } from './conservation/calibrate.js';
import { assembleValid } from './conservation/valid.js';
import { detectFormat, isEuropass } from './detect.js';
import type { TextDocument } from './document/model.js';
import { ParseError } from './errors.js';
import { isDateText, isOneTime } from './fields/dates.js';
import { readResume } from './fields/resume.js';
import { layOut, type Wording } from './layout/index.js';
import { detectLanguage, headingKind } from './lexicon/index.js';
import { Deadline, DEFAULT_LIMITS, type Limits } from './limits.js';
import { readDocx } from './readers/docx/reader.js';
import { readEuropass } from './readers/europass/reader.js';
import type { FlowContent } from './readers/flow/blocks.js';
import { layOutFlows } from './readers/flow/layout.js';
import { readHtml } from './readers/html/reader.js';
import { readImage } from './readers/image/reader.js';
import { readJsonResume } from './readers/json-resume.js';
import { readMarkdown } from './readers/markdown.js';
import { readOdt } from './readers/odt/reader.js';
import { readPdf } from './readers/pdf/reader.js';
import { readRtf } from './readers/rtf/reader.js';
import { readText } from './readers/text.js';
import { refusal } from './refusal.js';
import { toSections } from './sections/index.js';
import { PARSER_VERSION } from './version.js';

export interface ParseOptions {
  /** Decides between Markdown and plain text where both are possible; what else a document is, its bytes tell. */
  fileName?: string;
  /** The day that «present» means, `YYYY-MM-DD`; by default the document's own date, or else today. */
  asOf?: string;
  /** Reads the pages of a PDF or DOCX even if it carries its resume as data. */
  ignoreEmbedded?: boolean;
  /** Gives the confidence that the field rules state, before calibration: what the calibration itself is made from. */
  uncalibrated?: boolean;
  limits?: Partial<Limits>;
  /** Throws `RecognitionDeferred` where text recognition is needed, which takes seconds: the caller decides when. */
  deferRecognition?: boolean;
}

const WORDING: Wording = { isHeading: (text) => headingKind(text) !== null, isDate: isDateText, isOneTime };

/**
 * Reads a document into a resume, with confidence and source of each value.
 * @throws {ParseError} with the reason as a code, and what the user can do as its message
 */
export async function parseDocument(bytes: Uint8Array, options: ParseOptions = {}): Promise<Reading> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const deadline = new Deadline(limits.timeoutMs);
  if (bytes.length === 0)
    throw new ParseError('empty_document', 'The file is empty. Choose the right file and send it again.');
  if (bytes.length > limits.maxBytes) throw new ParseError('too_large');
  const format = detectFormat(bytes, options.fileName);
  const ignoreEmbedded = options.ignoreEmbedded === true;
  const readFlows = (content: FlowContent) =>
    readSource(layOutFlows(content, WORDING, limits), format!, content.date, options, deadline);
  switch (format) {
    case null:
      throw refusal(bytes);
    case 'json-resume':
      return finish(readJsonResume(bytes, limits), format, 1, null, options);
    case 'europass': {
      const { read, date } = readEuropass(bytes, limits, deadline);
      return finish(read, format, 1, date, options);
    }
    case 'pdf': {
      const content = await readPdf(bytes, limits, deadline, options);
      if (content.embedded)
        return finish(
          readEmbedded(content.embedded, limits, deadline),
          format,
          content.pageCount,
          content.date,
          options,
        );
      return readSource(layOut(content.pages, WORDING, limits, deadline), format, content.date, options, deadline);
    }
    case 'image': {
      const pages = await readImage(bytes, limits, deadline, options);
      return readSource(layOut(pages, WORDING, limits, deadline), format, null, options, deadline);
    }
    case 'docx': {
      const content = readDocx(bytes, limits, deadline, ignoreEmbedded);
      if (content.embeddedResume)
        return finish(readJsonResume(content.embeddedResume, limits), format, content.pages, content.date, options);
      return readFlows(content);
    }
    case 'odt':
      return readFlows(readOdt(bytes, limits, deadline));
    case 'rtf':
      return readFlows(readRtf(bytes, limits, deadline));
    case 'html':
      return readFlows(readHtml(bytes, limits, deadline));
    case 'markdown':
      return readFlows(readMarkdown(bytes, limits, deadline));
    case 'text':
      return readSource(readText(bytes, limits), format, null, options, deadline);
  }
}

/** A file that a PDF carries: its JSON Resume, or Europass XML. */
function readEmbedded(bytes: Uint8Array, limits: Limits, deadline: Deadline): Parameters<typeof finish>[0] {
  return isEuropass(bytes) ? readEuropass(bytes, limits, deadline).read : readJsonResume(bytes, limits);
}

function readSource(
  source: TextDocument,
  format: SourceFormat,
  date: string | null,
  options: ParseOptions,
  deadline: Deadline,
): Reading {
  if (!/[\p{L}\p{N}]/u.test(source.text)) throw new ParseError('empty_document');
  deadline.check();
  source.asOf = dayOf(date, options);
  const language = detectLanguage(source.text);
  const { draft, decoration } = readResume(source, toSections(source), language);
  deadline.check();
  const read = assembleValid(draft, source, decoration);
  const confidence = options.uncalibrated === true ? read.confidence : calibrate(read.confidence);
  return finish({ ...read, confidence, language }, format, source.pages, date, options);
}

function finish(
  read: Pick<Reading, 'document' | 'confidence' | 'provenance' | 'unmapped' | 'coverage' | 'language'>,
  format: SourceFormat,
  pages: number,
  date: string | null,
  options: ParseOptions,
): Reading {
  return { ...read, format, pages, asOf: dayOf(date, options), parserVersion: PARSER_VERSION };
}

/** The day that «present» means. */
function dayOf(date: string | null, options: ParseOptions): string {
  return options.asOf ?? date ?? new Date().toISOString().slice(0, 10);
}
