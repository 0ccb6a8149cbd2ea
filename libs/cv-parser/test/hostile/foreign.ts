import { crc32, deflateSync } from 'node:zlib';

import { hostile, latin1, utf8, type HostileCase, type Outcome } from './case.js';
import { onePage } from './pdf-writer.js';
import { word } from './word.js';
import { zip } from './zip-writer.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const together = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin1(part) : part))));
const DOCUMENT = () => word('<w:p><w:r><w:t>Rosalind Quay</w:t></w:r></w:p>');

/** Pictures were not always read; what they hold here is no text in any case. */
const NO_TEXT: readonly Outcome[] = ['unsupported_media_type', 'corrupt_document', 'empty_document', 'too_large'];

/** An OLE container of the kind in which Office keeps what is protected by a password. */
const ole = (name: string) =>
  together(
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    new Uint8Array(504),
    Buffer.from(name, 'utf16le'),
    new Uint8Array(2_000),
  );

function pngChunk(kind: string, content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = together(kind, content);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return together(length, body, checksum);
}

function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width >>> 0, 0);
  header.writeUInt32BE(height >>> 0, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return together(
    '\x89PNG\r\n\x1a\n',
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array()),
  );
}

function tiff(width: number, height: number, next: number): Uint8Array {
  const bytes = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(3, 8);
  [
    [256, width],
    [257, height],
    [273, 8],
  ].forEach(([tag, value], index) => {
    bytes.writeUInt16LE(tag!, 10 + index * 12);
    bytes.writeUInt16LE(4, 12 + index * 12);
    bytes.writeUInt32LE(1, 14 + index * 12);
    bytes.writeUInt32LE(value! >>> 0, 18 + index * 12);
  });
  bytes.writeUInt32LE(next, bytes.length - 4);
  return new Uint8Array(bytes);
}

/** Files of other kinds, files of two kinds at once, and pictures. */
export const FOREIGN: readonly HostileCase[] = [
  hostile('an encrypted Office document', 'encrypted_document', () => ole('EncryptionInfo EncryptedPackage')),
  hostile('an old Office document', ['unsupported_media_type', 'encrypted_document'], () => ole('WordDocument')),
  hostile('a program for Linux', 'unsupported_media_type', () => together('\x7fELF\x02\x01\x01', new Uint8Array(500))),
  hostile('a program for Windows', 'unsupported_media_type', () => together('MZ\x90\0', new Uint8Array(500))),
  hostile('a GIF with a script in it', NO_TEXT, () => together('GIF89a/*', new Uint8Array(100), '*/=1;alert(1)')),
  hostile('a video', NO_TEXT, () => together('\0\0\0\x20ftypisom', new Uint8Array(500))),
  hostile('a gzip of a PDF', 'unsupported_media_type', () =>
    together('\x1f\x8b\x08\0', new Uint8Array(6), text(onePage()).slice(2_000, 2_500), '\xff'.repeat(50)),
  ),
  hostile('a RAR', 'unsupported_media_type', () => together('Rar!\x1a\x07\x01\0', new Uint8Array(500))),
  hostile('a 7z', 'unsupported_media_type', () => together("7z\xbc\xaf'\x1c", new Uint8Array(500))),
  hostile('an SVG', ['unsupported_media_type', 'reading', 'empty_document'], () =>
    utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><text>x</text></svg>'),
  ),
  hostile('a PostScript program', ['reading', 'unsupported_media_type', 'empty_document'], () =>
    utf8('%!PS-Adobe-3.0\n{ } loop\nshowpage\n'),
  ),
  hostile('a PDF behind a DOCX', ['reading', 'corrupt_document'], () => together(DOCUMENT(), onePage())),
  hostile('a DOCX behind a PDF', 'reading', () => together(onePage(), DOCUMENT())),
  hostile('a PDF behind HTML', ['reading', 'corrupt_document'], () =>
    together('<html><script>alert(1)</script><!--\n', onePage(), '--></html>'),
  ),
  hostile('HTML behind a PDF', 'reading', () => together(onePage(), '<html><script>alert(1)</script></html>')),
  hostile('a PDF behind a GIF', ['reading', 'corrupt_document', 'unsupported_media_type'], () =>
    together('GIF89a', new Uint8Array(200), onePage()),
  ),
  hostile('a PDF behind JSON', ['reading', 'corrupt_document', 'unsupported_media_type'], () =>
    together('{"basics": {"name": "x"}}\n', onePage()),
  ),
  hostile('a PDF within a DOCX', ['reading', 'unsupported_media_type', 'corrupt_document'], () =>
    zip([
      { name: 'a.pdf', content: onePage(), method: 0 },
      { name: 'word/document.xml', content: utf8('<a/>'), method: 0 },
    ]),
  ),
  hostile('plain text that names a PDF', ['reading', 'corrupt_document'], () =>
    utf8('Rosalind Quay\nI write %PDF-1.7 by hand.\n'),
  ),
  hostile(
    'plain text that starts as RTF',
    ['unsupported_media_type', 'corrupt_document', 'empty_document', 'reading'],
    () => utf8('{\\rtfoo'),
  ),
  hostile('a PNG of four billion points', NO_TEXT, () => png(65_535, 65_535, new Uint8Array(1_000))),
  hostile('a PNG larger than any number', NO_TEXT, () => png(0xffff_ffff, 0xffff_ffff, new Uint8Array(10))),
  hostile('a PNG of no size', NO_TEXT, () => png(0, 0, new Uint8Array(10))),
  hostile('a PNG that is white', NO_TEXT, () => png(200, 200, Buffer.alloc(201 * 200, 0xff))),
  hostile('a PNG cut off', NO_TEXT, () => png(200, 200, Buffer.alloc(201 * 200, 0xff)).slice(0, 60)),
  hostile('a PNG that inflates to 200 MB', NO_TEXT, () => png(20_000, 10_000, Buffer.alloc(20_001 * 10_000))),
  hostile('a JPEG of nothing', NO_TEXT, () =>
    together('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0', '\xff\xd9'),
  ),
  hostile('a JPEG of four billion points', NO_TEXT, () =>
    together('\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0', '\xff\xda', new Uint8Array(100)),
  ),
  hostile('a TIFF whose pages go round', NO_TEXT, () => tiff(10, 10, 8)),
  hostile('a TIFF of 16 EB', NO_TEXT, () => tiff(0xffff_ffff, 0xffff_ffff, 0)),
  hostile('a WebP of nothing', NO_TEXT, () => together('RIFF\xff\xff\xff\xffWEBPVP8L', new Uint8Array(50))),
];
