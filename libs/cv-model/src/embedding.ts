import { createHash } from 'node:crypto';

import type { Resume } from './resume.js';

/**
 * How a Word document carries the resume that it was made from, so that it can be read back without loss.
 *
 * The package holds one more part, `customXml/itemN.xml`, which `word/document.xml` relates to (type
 * `…/officeDocument/2006/relationships/customXml`): an element `resume` in our namespace, whose text is the JSON
 * Resume and whose attribute `text-sha256` is the digest of the document's visible text. Word keeps such parts when
 * the document is edited; the digest then no longer fits, and readers take the pages instead of stale data.
 */
export const EMBEDDED_RESUME_NAMESPACE = 'https://discover.example/schemas/embedded-resume/1';

/** The XML of the part for a resume and the `word/document.xml` that was made from it. */
export function embeddedResumePart(resume: Resume, documentXml: string): string {
  // What XML cannot hold is written by its escape; JSON has escaped the other control characters itself.
  const json = JSON.stringify(resume).replace(
    /[\u007f-\u009f\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const text = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const attributes = `xmlns="${EMBEDDED_RESUME_NAMESPACE}" text-sha256="${wordTextDigest(documentXml)}"`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<resume ${attributes}>${text}</resume>`;
}

const TEXT_ELEMENT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * SHA-256, in lower-case hexadecimal, of all `w:t` texts of a `word/document.xml` in their order, in NFC and without
 * white space: programs part and join runs as they like when they save, but keep the letters.
 */
export function wordTextDigest(documentXml: string): string {
  const text = [...documentXml.matchAll(TEXT_ELEMENT)].map(([, content]) => content).join('');
  const letters = text
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, decode)
    .normalize('NFC')
    .replace(/\s/g, '');
  return createHash('sha256').update(letters).digest('hex');
}

function decode(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
