import { ParseError } from '../errors.js';
import { parseDocument } from '../parse.js';
import type { ParseOutcome, ParseTask } from './protocol.js';

/** Entry of the worker threads. What is no `ParseError` is a defect of the document or of the parser: both end here. */
export default async function parseTask({ bytes, options }: ParseTask): Promise<ParseOutcome> {
  try {
    return { ok: true, reading: await parseDocument(bytes, options) };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, code: error.code, message: error.message };
    const { code, message } = new ParseError('corrupt_document');
    return { ok: false, code, message };
  }
}
