import { hasEntry, isEncryptedOffice, isOle, isZip } from './detect.js';
import { ParseError } from './errors.js';

const SAVE_AS = 'Save it as PDF or DOCX and send that.';

/** Why bytes of no known format are not read, with what their sender can do. */
export function refusal(bytes: Uint8Array): ParseError {
  if (isEncryptedOffice(bytes)) return new ParseError('encrypted_document');
  const advice = adviceFor(bytes);
  return new ParseError('unsupported_media_type', advice);
}

function adviceFor(bytes: Uint8Array): string | undefined {
  if (isOle(bytes))
    return `Documents of Word before 2007 (.doc), and old spreadsheets and slides, are not read. ${SAVE_AS}`;
  if (isZip(bytes)) {
    if (hasEntry(bytes, 'xl/workbook')) return `Spreadsheets are not read. ${SAVE_AS}`;
    if (hasEntry(bytes, 'ppt/presentation')) return `Slides are not read. ${SAVE_AS}`;
    if (hasEntry(bytes, '.iwa')) return `Documents of Pages are not read. Export it as PDF or Word and send that.`;
    if (hasEntry(bytes, 'application/vnd.oasis.opendocument'))
      return `Of OpenDocument only texts (.odt) are read. ${SAVE_AS}`;
    if (hasEntry(bytes, 'application/epub+zip')) return `Books are not read. ${SAVE_AS}`;
    return 'Archives are not read. Unpack it and send the CV alone.';
  }
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (/MIME-Version:|^From: <Saved by/i.test(start))
    return 'Web archives (.mht) and e-mails are not read. Save the page as HTML or print it as PDF and send that.';
  if (/^\s*<\?xml/.test(start)) return `This kind of XML is not read; Europass XML is. ${SAVE_AS}`;
  return undefined;
}
