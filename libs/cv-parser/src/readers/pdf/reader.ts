import { isEuropass } from '../../detect.js';
import { ParseError } from '../../errors.js';
import type { Deadline, Limits } from '../../limits.js';
import { RecognitionDeferred } from '../../ocr/deferred.js';
import { withOcr } from '../../ocr/engine.js';
import { PageRecogniser, type Picture } from '../../ocr/page.js';
import { readPage, type PdfPage } from './glyphs.js';
import { withPdfium, type Pdfium } from './pdfium.js';

export interface PdfContent {
  pages: PdfPage[];
  pageCount: number;
  /** The file that the PDF carries and that says what it shows: `resume.json`, or Europass XML. */
  embedded: Uint8Array | null;
  /** From the document's information: `YYYY-MM-DD`, if it is there. */
  date: string | null;
}

interface TextLayer extends PdfContent {
  /** Page number → picture, of the pages whose text layer does not tell what they show. */
  pictures: Map<number, Picture>;
}

/** PDFium's error code for a missing password, and for a security handler that it does not know. */
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;
const EMBEDDED_NAME = 'resume.json';
const MAX_EMBEDDED_BYTES = 4 * 1024 * 1024;
const SCAN_ADVICE =
  'The document has too many scanned pages. Send only the pages of the CV itself, or a PDF with text.';

/** Reads a PDF's glyphs, links and embedded resume. The pages are left out where an embedded resume will be taken. */
export async function readPdf(
  bytes: Uint8Array,
  limits: Limits,
  deadline: Deadline,
  options: { ignoreEmbedded?: boolean; deferRecognition?: boolean },
): Promise<PdfContent> {
  const { pictures, ...content } = await readLayer(bytes, limits, deadline, options.ignoreEmbedded === true);
  if (pictures.size === 0) return content;
  if (options.deferRecognition) throw new RecognitionDeferred();
  return { ...content, pages: await recognisePages(content.pages, pictures, deadline) };
}

/** Puts what is recognised in a page's picture in place of its text layer, if it is more than that. */
async function recognisePages(
  pages: readonly PdfPage[],
  pictures: ReadonlyMap<number, Picture>,
  deadline: Deadline,
): Promise<PdfPage[]> {
  return withOcr(async (engine) => {
    const recogniser = new PageRecogniser(engine, () => deadline.check());
    const read: PdfPage[] = [];
    for (const page of pages) {
      const picture = pictures.get(page.number);
      if (!picture) read.push(page);
      else {
        const recognised = await recogniser.read(picture, page.number);
        read.push(recognised.glyphs.length > 0 ? recognised : page);
      }
    }
    return read;
  });
}

async function readLayer(
  bytes: Uint8Array,
  limits: Limits,
  deadline: Deadline,
  ignoreEmbedded: boolean,
): Promise<TextLayer> {
  return withPdfium((pdfium) => {
    const data = pdfium.copyIn(bytes);
    if (data === 0) throw new ParseError('too_large');
    const document = pdfium.call.FPDF_LoadMemDocument!(data, bytes.length, 0);
    try {
      if (document === 0) throw loadError(pdfium);
      return readDocument(pdfium, document, limits, deadline, ignoreEmbedded);
    } finally {
      if (document !== 0) pdfium.call.FPDF_CloseDocument!(document);
      pdfium.call.free!(data);
    }
  });
}

function loadError(pdfium: Pdfium): ParseError {
  const code = pdfium.call.FPDF_GetLastError!();
  return new ParseError(code === PASSWORD_ERROR || code === SECURITY_ERROR ? 'encrypted_document' : 'corrupt_document');
}

function readDocument(
  pdfium: Pdfium,
  document: number,
  limits: Limits,
  deadline: Deadline,
  ignoreEmbedded: boolean,
): TextLayer {
  const count = pdfium.call.FPDF_GetPageCount!(document);
  if (count > limits.maxPages) throw new ParseError('too_many_pages');
  if (count === 0) throw new ParseError('corrupt_document');
  const embedded = ignoreEmbedded ? null : readEmbedded(pdfium, document);
  const pages: PdfPage[] = [];
  const pictures = new Map<number, Picture>();
  let characters = 0;
  for (let index = 0; embedded === null && index < count; index++) {
    deadline.check();
    const read = readPage(pdfium, document, index, limits.maxCharacters - characters);
    if (!read) continue;
    const { page, picture } = read;
    pages.push(page);
    if (picture) pictures.set(page.number, picture);
    if (pictures.size > limits.maxOcrPages) throw new ParseError('too_many_pages', SCAN_ADVICE);
    characters += page.glyphs.length;
    if (characters > limits.maxCharacters)
      throw new ParseError('too_large', 'The document has far more text than a CV. Send only the CV itself.');
  }
  if (embedded === null && pages.length === 0) throw new ParseError('corrupt_document');
  return { pages, pictures, pageCount: count, embedded, date: documentDate(pdfium, document) };
}

function readEmbedded(pdfium: Pdfium, document: number): Uint8Array | null {
  const { call, scratch } = pdfium;
  const count = Math.min(call.FPDFDoc_GetAttachmentCount!(document), 100);
  for (let index = 0; index < count; index++) {
    const attachment = call.FPDFDoc_GetAttachment!(document, index);
    const name = pdfium.string('utf-16le', (buffer, bytes) => call.FPDFAttachment_GetName!(attachment, buffer, bytes));
    const isResume = name.split('/').at(-1) === EMBEDDED_NAME;
    if (!isResume && !/\.xml$/i.test(name)) continue;
    if (call.FPDFAttachment_GetFile!(attachment, 0, 0, scratch) === 0) continue;
    const length = pdfium.view.getUint32(scratch, true);
    if (length === 0 || length > MAX_EMBEDDED_BYTES) continue;
    const buffer = call.malloc!(length);
    if (buffer === 0) continue;
    const read = call.FPDFAttachment_GetFile!(attachment, buffer, length, scratch) !== 0;
    const bytes = pdfium.bytes(buffer, length);
    call.free!(buffer);
    if (read && (isResume || isEuropass(bytes))) return bytes;
  }
  return null;
}

/** The day of the last change, or else of making: `D:20260314…` in the information dictionary. */
function documentDate(pdfium: Pdfium, document: number): string | null {
  for (const key of ['ModDate', 'CreationDate']) {
    const tag = pdfium.copyIn(new TextEncoder().encode(`${key}\0`));
    const value = pdfium.string('utf-16le', (buffer, bytes) =>
      pdfium.call.FPDF_GetMetaText!(document, tag, buffer, bytes),
    );
    pdfium.call.free!(tag);
    const parts = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(value);
    if (parts && Number(parts[1]) > 1990 && Number(parts[2]) <= 12) return `${parts[1]}-${parts[2]}-${parts[3]}`;
  }
  return null;
}
