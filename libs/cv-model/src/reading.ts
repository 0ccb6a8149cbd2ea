import type { Resume } from './resume.js';

/** A place in a source document. */
export interface SourceSpan {
  /** 1-based page; formats without pages have one. */
  page: number;
  /** Left, top, right, bottom in points (1/72 inch) from the page's top left corner; absent where a format has no geometry. */
  box?: [number, number, number, number];
  /** Half-open range of characters in the document's text in reading order. */
  start: number;
  end: number;
}

/** Source text that no field took: given back so that nothing is lost silently. */
export interface UnmappedText extends SourceSpan {
  text: string;
}

export const SOURCE_FORMATS = [
  'pdf',
  'docx',
  'image',
  'odt',
  'rtf',
  'html',
  'markdown',
  'image',
  'text',
  'json-resume',
  'europass',
] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** What reading a document gave: the resume, and for each of its values how sure and from where. */
export interface Reading {
  document: Resume;
  /** JSON pointer of a value in `document` → 0…1, the share of such values that are right. */
  confidence: Record<string, number>;
  /** JSON pointer of a value in `document` → where it stands in the source. */
  provenance: Record<string, SourceSpan[]>;
  unmapped: UnmappedText[];
  /** Share of the source's non-space characters that are mapped to a field or known to be decoration (headings, bullets, page numbers), 0…1. */
  coverage: number;
  /** BCP 47 primary language of the text, or null if it could not be told. */
  language: string | null;
  format: SourceFormat;
  pages: number;
  /** The date that «present» was read as: `YYYY-MM-DD`. */
  asOf: string;
  parserVersion: string;
}

/** Why a document could not be read. Each is final: the same bytes give the same code again. */
export const PARSE_ERROR_CODES = [
  'unsupported_media_type',
  'encrypted_document',
  'corrupt_document',
  'empty_document',
  'too_large',
  'too_many_pages',
  'timeout',
] as const;
export type ParseErrorCode = (typeof PARSE_ERROR_CODES)[number];
