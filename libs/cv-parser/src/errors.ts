import type { ParseErrorCode } from '@discover/cv-model';

/** What the user should do about each code; `ParseError` takes it when no better sentence is given. */
const ADVICE: Record<ParseErrorCode, string> = {
  unsupported_media_type:
    'This kind of file is not read. Send a PDF, DOCX, ODT, RTF, HTML, Markdown or plain text file, a picture (PNG, JPEG, TIFF, WebP), a JSON Resume or Europass XML.',
  encrypted_document: 'The document is protected by a password. Remove the password and send it again.',
  corrupt_document:
    'The document is damaged or cut off. Open it in the program that made it, save it anew and send that.',
  empty_document:
    'No text was found in the document. Scan it anew, upright and at 300 dpi, or send a PDF or DOCX with text.',
  too_large: 'The document is too large. Leave out pictures or save it with smaller ones.',
  too_many_pages: 'The document has too many pages for a CV. Send only the pages of the CV itself.',
  timeout:
    'Reading the document took more time or memory than is allowed. Save it in a simpler form, for example as plain PDF.',
};

/** Why a document could not be read, with a message that tells the user what to do. Final: the same bytes fail again. */
export class ParseError extends Error {
  override readonly name = 'ParseError';

  constructor(
    readonly code: ParseErrorCode,
    message: string = ADVICE[code],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
