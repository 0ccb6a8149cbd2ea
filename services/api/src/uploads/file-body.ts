import type { ErrorCode } from '@discover/contracts';

export const FILE_MEDIA_TYPES = ['multipart/form-data'];

/** A file as a form in the OpenAPI description; the bare body is told in words. */
export const FILE_BODY = {
  type: 'object',
  required: ['file'] as string[],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description:
        'PDF, DOCX, ODT, RTF, HTML, Markdown, plain text, JSON Resume, Europass XML, or a picture or scan (PNG, JPEG, TIFF, WebP). It may also be sent bare, as the body itself.',
    },
  },
} as const;

/** What can be wrong with a document that is sent in. */
export const DOCUMENT_CODES: ErrorCode[] = [
  'bad_request',
  'too_large',
  'unsupported_media_type',
  'validation_failed',
  'encrypted_document',
  'corrupt_document',
  'empty_document',
  'too_many_pages',
  'timeout',
];
