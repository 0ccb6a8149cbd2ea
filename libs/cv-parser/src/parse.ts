import type { Reading, SourceFormat } from '@discover/cv-model';

import { calibrate } from './conservation/calibrate.js';
import { assembleValid } from './conservation/valid.js';
import { detectFormat, isEncryptedOffice } from './detect.js';
import type { TextDocument } from './document/model.js';
import { ParseError } from './errors.js';
import { isDateText, isOneTime } from './fields/dates.js';
import { readResume } from './fields/resume.js';
import { layOut, type Wording } from './layout/index.js';
import { detectLanguage, headingKind } from './lexicon/index.js';
import { Deadline, DEFAULT_LIMITS, type Limits } from './limits.js';
import { readDocx } from './readers/docx/reader.js';
import { readJsonResume } from './readers/json-resume.js';
import { readPdf } from './readers/pdf/reader.js';
import { readText } from './readers/text.js';
import { toSections } from './sections/index.js';
import { PARSER_VERSION } from './version.js';

export interface ParseOptions {
  /** Only for messages; what a document is, its bytes tell. */
  fileName?: string;
  /** The day that «present» means, `YYYY-MM-DD`; by default the document's own date, or else today. */
  asOf?: string;
  /** Reads the pages of a PDF even if it carries its resume as data. */
  ignoreEmbedded?: boolean;
  /** Gives the confidence that the field rules state, before calibration: what the calibration itself is made from. */
  uncalibrated?: boolean;
  limits?: Partial<Limits>;
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
  const format = detectFormat(bytes);
  if (format === null) throw new ParseError(isEncryptedOffice(bytes) ? 'encrypted_document' : 'unsupported_media_type');
  switch (format) {
    case 'json-resume':
      return finish(readJsonResume(bytes), format, 1, null, options);
    case 'pdf': {
      const content = await readPdf(bytes, limits, deadline, options.ignoreEmbedded === true);
      if (content.embeddedResume)
        return finish(readJsonResume(content.embeddedResume), format, content.pageCount, content.date, options);
      return readSource(layOut(content.pages, WORDING, limits, deadline), format, content.date, options, deadline);
    }
    case 'docx': {
      const { document, date } = readDocx(bytes, limits, deadline);
      return readSource(document, format, date, options, deadline);
    }
    case 'text':
      return readSource(readText(bytes, limits), format, null, options, deadline);
  }
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
