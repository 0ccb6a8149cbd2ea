import { PassThrough, type Readable } from 'node:stream';

import { AppError } from '@discover/contracts';
import { fileTypeFromBuffer } from 'file-type';

/** Bytes that are looked at: enough for every signature, and to tell text from what is not. */
const HEAD_BYTES = 4_100;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface FileKinds {
  /** By what the bytes are: the type to keep the file under. */
  readonly mediaTypes: Readonly<Record<string, string>>;
  readonly text: boolean;
  /** What to do instead: the formats in the words of people. */
  readonly whatToSend: string;
}

/**
 * What the parser may be able to read, by what the bytes are and not by what the name says.
 * An office document is a ZIP at first sight, and an encrypted one an OLE file: the parser looks further.
 */
const MEDIA_TYPES: Record<string, string> = {
  'application/pdf': 'application/pdf',
  [DOCX]: DOCX,
  'application/zip': DOCX,
  'application/x-cfb': 'application/x-cfb',
  'application/vnd.oasis.opendocument.text': 'application/vnd.oasis.opendocument.text',
  'application/rtf': 'application/rtf',
  'application/xml': 'application/xml',
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/tiff': 'image/tiff',
  'image/webp': 'image/webp',
};

export const DOCUMENTS: FileKinds = {
  mediaTypes: MEDIA_TYPES,
  text: true,
  whatToSend:
    'Send a PDF, DOCX, ODT, RTF, HTML, Markdown, plain text, JSON Resume, Europass XML or a picture (PNG, JPEG, TIFF, WebP).',
};

/** What a photo can be made of. */
export const PICTURES: FileKinds = {
  mediaTypes: Object.fromEntries(['image/jpeg', 'image/png', 'image/webp', 'image/avif'].map((type) => [type, type])),
  text: false,
  whatToSend: 'Send a JPEG, PNG, WebP or AVIF; a HEIC can be saved as one of these.',
};

/**
 * Tells a stream's media type by its first bytes and hands the whole stream on.
 *
 * @throws AppError `empty_document` or `unsupported_media_type`, with the rest of the stream thrown away
 */
export async function sniff(
  source: Readable,
  kinds: FileKinds = DOCUMENTS,
): Promise<{ mediaType: string; stream: Readable }> {
  const head = await readHead(source);
  try {
    const mediaType = await mediaTypeOf(head, kinds);
    const stream = new PassThrough();
    stream.write(head);
    source.once('error', (error) => stream.destroy(error));
    source.pipe(stream);
    return { mediaType, stream };
  } catch (error) {
    // Read to its end, so that the client gets the answer instead of a broken connection.
    source.resume();
    throw error;
  }
}

/** At least {@link HEAD_BYTES} from the start, less only where the stream is shorter. The rest stays in the stream. */
async function readHead(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks);
}

async function mediaTypeOf(head: Buffer, { mediaTypes, text, whatToSend }: FileKinds): Promise<string> {
  if (head.length === 0) throw new AppError('empty_document', 'The file has no content. Choose the file again.');
  const found = await fileTypeFromBuffer(head);
  const mediaType = found ? mediaTypes[found.mime] : text && looksLikeText(head) ? 'text/plain' : undefined;
  if (mediaType !== undefined) return mediaType;
  throw new AppError(
    'unsupported_media_type',
    `This is ${found ? `a file of type ${found.mime}` : 'no file that can be read'}. ${whatToSend}`,
  );
}

/** Text has no NUL byte, but for UTF-16, which announces itself. */
function looksLikeText(head: Buffer): boolean {
  const mark = head.subarray(0, 2).toString('hex');
  return mark === 'feff' || mark === 'fffe' || !head.includes(0);
}
