import type { SourceFormat } from '@discover/cv-model';

import { looksLikeMarkdown } from './readers/markdown-signs.js';

const SAMPLE = 8192;

/**
 * What the bytes are, told by their structure; null for what is not read. A name decides only between Markdown and
 * plain text, where a few signs of Markdown may be either.
 */
export function detectFormat(bytes: Uint8Array, fileName?: string): SourceFormat | null {
  if (startsWith(bytes, 'PK\u0003\u0004')) return isDocx(bytes) ? 'docx' : isOdt(bytes) ? 'odt' : null;
  if (isImage(bytes)) return 'image';
  if (find(bytes, '%PDF-', 1024) >= 0) return 'pdf';
  const text = sampleText(bytes);
  if (text === null) return null;
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (/^\{\s*(?:"|\})/.test(start)) return 'json-resume';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (isEuropassXml(start)) return 'europass';
  if (isHtml(start)) return 'html';
  if (start.startsWith('<?xml') || /^MIME-Version:|^From: <Saved by/i.test(start)) return null;
  return looksLikeMarkdown(text, fileName) ? 'markdown' : 'text';
}

/** Whether bytes are one of the two kinds of Europass XML; a PDF may carry it as an attachment. */
export function isEuropass(bytes: Uint8Array): boolean {
  const text = sampleText(bytes);
  return text !== null && isEuropassXml(text.replace(/^\ufeff/, '').trimStart());
}

/** Old and encrypted documents of Office programs stand in an OLE container. */
export function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\u00d0\u00cf\u0011\u00e0');
}

export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006');
}

/** PNG, JPEG, TIFF in either byte order, WebP. */
function isImage(bytes: Uint8Array): boolean {
  return (
    ['\u0089PNG\r\n\u001a\n', '\u00ff\u00d8\u00ff', 'II*\0', 'MM\0*'].some((mark) => startsWith(bytes, mark)) ||
    (startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP'))
  );
}

/** A container that is an encrypted Office document: its ZIP stands inside an OLE file. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return isOle(bytes) && find(bytes, 'E\0n\0c\0r\0y\0p\0t\0i\0o\0n\0', bytes.length) >= 0;
}

/** Whether a ZIP has an entry whose name holds `name`: names stand in the clear, at the front and in the directory. */
export function hasEntry(bytes: Uint8Array, name: string): boolean {
  return find(bytes, name, bytes.length) >= 0;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, text.length)).equals(
    Buffer.from(text, 'latin1'),
  );
}

/** The entry names stand in the clear, at the front and again in the directory at the end. */
function isDocx(bytes: Uint8Array): boolean {
  return find(bytes, 'word/', Math.min(bytes.length, 65_536)) >= 0 || hasEntry(bytes, 'word/document.xml');
}

/** The type is the first entry, and not compressed. */
function isOdt(bytes: Uint8Array): boolean {
  return (
    find(bytes, 'mimetypeapplication/vnd.oasis.opendocument.text', 256) >= 0 ||
    (hasEntry(bytes, 'content.xml') && find(bytes, 'application/vnd.oasis.opendocument.text', 4096) >= 0)
  );
}

function find(bytes: Uint8Array, text: string, limit: number): number {
  const window = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, limit));
  return window.indexOf(text, 0, 'latin1');
}

/** By the root element: `SkillsPassport`, or `Candidate` in a namespace of Europass. */
function isEuropassXml(start: string): boolean {
  const [, name, attributes = ''] = /<(?!\?|!)(?:[\w-]+:)?([\w-]+)\b([^>]*)/.exec(start) ?? [];
  if (!start.startsWith('<')) return false;
  return name === 'SkillsPassport' || (name === 'Candidate' && /europass/i.test(attributes));
}

/** By its beginning, with or without a declaration and comments, or by the tags of text that a part of a page begins with. */
function isHtml(start: string): boolean {
  const first = start.replace(/^(?:<\?xml[^>]*\?>|<!--[^]*?-->|\s)+/i, '');
  if (/^<(?:!doctype\s+html|html|head|body|meta|title|style)\b/i.test(first)) return true;
  return (
    /^<(?:div|section|article|main|header|table|center|font|p|h[1-6]|ul|span)\b[^>]*>/i.test(first) &&
    /<\/\w+>/.test(first)
  );
}

/** The first kilobytes as text; null for what has control characters that no text has. */
function sampleText(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) {
    return new TextDecoder(sample[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(sample);
  }
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return null;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  if (controls > sample.length / 200) return null;
  const text = new TextDecoder('utf-8').decode(sample);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  // Windows-1252 has few letters beyond ASCII; random bytes have half of theirs there.
  return broken > sample.length * 0.15 ? null : text;
}
