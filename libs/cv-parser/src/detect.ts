import type { SourceFormat } from '@discover/cv-model';

/** What the bytes are, told by their structure and never by a name; null for what is not read. */
export function detectFormat(bytes: Uint8Array): SourceFormat | null {
  if (startsWith(bytes, 'PK\u0003\u0004')) return isDocx(bytes) ? 'docx' : null;
  if (isImage(bytes)) return 'image';
  if (find(bytes, '%PDF-', 1024) >= 0) return 'pdf';
  const text = sampleText(bytes);
  if (text === null) return null;
  const start = text.trimStart();
  if (/^\{\s*(?:"|\})/.test(start)) return 'json-resume';
  if (/^(?:\{\\rtf|<\?xml|<!doctype|<html)/i.test(start)) return null;
  return 'text';
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
  return (
    startsWith(bytes, '\u00d0\u00cf\u0011\u00e0') && find(bytes, 'E\0n\0c\0r\0y\0p\0t\0i\0o\0n\0', bytes.length) >= 0
  );
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, text.length)).equals(
    Buffer.from(text, 'latin1'),
  );
}

/** The entry names stand in the clear, at the front and again in the directory at the end. */
function isDocx(bytes: Uint8Array): boolean {
  return (
    find(bytes, 'word/', Math.min(bytes.length, 65_536)) >= 0 || find(bytes, 'word/document.xml', bytes.length) >= 0
  );
}

function find(bytes: Uint8Array, text: string, limit: number): number {
  const window = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, limit));
  return window.indexOf(text, 0, 'latin1');
}

/** The first kilobytes as text; null for what has control characters that no text has. */
function sampleText(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
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
