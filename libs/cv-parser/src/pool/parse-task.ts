import { ParseError } from '../errors.js';
import { RecognitionDeferred } from '../ocr/deferred.js';
import { parseDocument } from '../parse.js';
import type { ParseOutcome, ParseTask } from './protocol.js';

/** What is no `ParseError` is a defect of the document or of the parser: both end here. */
export async function parseTask({ bytes, options }: ParseTask): Promise<ParseOutcome> {
  try {
    return { ok: true, reading: await parseDocument(bytes, options) };
  } catch (error) {
    if (error instanceof RecognitionDeferred) return { ok: false, code: 'deferred' };
    if (error instanceof ParseError) return { ok: false, code: error.code, message: error.message };
    const { code, message } = new ParseError('corrupt_document');
    return { ok: false, code, message, defect: whereItFailed(error) };
  }
}

/** Kind and place of an error: enough to find a defect of the parser, and nothing of the document. */
function whereItFailed(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 5).map((line) => line.trim())].join(' ');
}
