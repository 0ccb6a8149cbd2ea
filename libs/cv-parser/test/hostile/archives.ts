import { deflateRawSync } from 'node:zlib';

import { hostile, latin1, utf8, type HostileCase, type Outcome } from './case.js';
import { word, wordXml } from './word.js';
import { zip, type ZipEntry } from './zip-writer.js';

const MB = 1024 * 1024;
const zeros = (megabytes: number) => new Uint8Array(megabytes * MB);
const document = (body = '<w:p><w:r><w:t>Rosalind Quay</w:t></w:r></w:p>'): ZipEntry => ({
  name: 'word/document.xml',
  content: utf8(wordXml(body)),
});
const REFUSED: readonly Outcome[] = ['too_large', 'corrupt_document', 'unsupported_media_type'];
/** A container that other programs would open differently, or not at all. */
const EITHER: readonly Outcome[] = [
  'reading',
  'corrupt_document',
  'empty_document',
  'unsupported_media_type',
  'too_large',
];

/** Containers that burst, overlap, or lie about what they hold. */
export const ARCHIVES: readonly HostileCase[] = [
  hostile('ZIP: a part of the document that inflates to 500 MB', 'too_large', () =>
    zip([document(), { name: 'word/styles.xml', content: zeros(500) }]),
  ),
  hostile('ZIP: a document that inflates to 100 MB', 'too_large', () =>
    zip([{ name: 'word/document.xml', content: Buffer.alloc(100 * MB, 0x20) }]),
  ),
  hostile('ZIP: a bomb in a part that nobody reads', 'reading', () =>
    zip([document(), { name: 'word/media/a.bin', content: zeros(200) }]),
  ),
  hostile('ZIP: containers in containers', ['reading', 'unsupported_media_type'], () => {
    let inner = zip([{ name: 'zeros', content: zeros(20) }]);
    for (let depth = 0; depth < 20; depth++)
      inner = zip(Array.from({ length: 4 }, (_, index) => ({ name: `${index}.zip`, content: inner })));
    return zip([document(), { name: 'word/embeddings/inner.docx', content: inner }]);
  }),
  hostile('ZIP: 300 headers that say 60 MB each and stand over the same bytes', 'too_large', () => {
    const entries = Array.from({ length: 300 }, (_, index) => ({
      name: `word/header${index}.xml`,
      raw: deflateRawSync(Buffer.alloc(index === 0 ? 1_000 : 0, 0x20)),
      size: 60 * MB,
      offset: 0,
    }));
    return zip([...entries, document()]);
  }),
  hostile('ZIP: 65,535 entries', 'too_large', () =>
    zip([document(), ...Array.from({ length: 65_534 }, (_, index) => ({ name: `word/media/${index}`, method: 0 }))]),
  ),
  hostile('ZIP: one entry that is said to be 65,535', EITHER, () => zip([document()], { entries: 65_535 })),
  hostile('ZIP: entries that are said to be none', EITHER, () => zip([document()], { entries: 0 })),
  hostile('ZIP: 60 MB that are said to be 10 bytes', EITHER, () =>
    zip([{ name: 'word/document.xml', content: zeros(60), size: 10 }]),
  ),
  hostile('ZIP: ten bytes that are said to be 60 MB', EITHER, () => zip([{ ...document(), size: 60 * MB }])),
  hostile('ZIP: ten bytes that are said to be 4 GB', REFUSED, () => zip([{ ...document(), size: 0xffff_fff0 }])),
  hostile('ZIP: sizes that are said to stand elsewhere', EITHER, () =>
    zip([{ ...document(), size: 0xffff_ffff, compressedSize: 0xffff_ffff }]),
  ),
  hostile('ZIP: an entry longer than the file', EITHER, () => zip([{ ...document(), compressedSize: 0x7fff_ffff }])),
  hostile('ZIP: an entry behind the end of the file', EITHER, () => zip([{ ...document(), offset: 0xffff_fff0 }])),
  hostile('ZIP: a directory behind the end of the file', EITHER, () => zip([document()], { offset: 0xffff_fff0 })),
  hostile('ZIP: a directory in the midst of the content', EITHER, () => zip([document()], { offset: 7 })),
  hostile('ZIP: a wrong checksum', EITHER, () => zip([{ ...document(), crc: 1 }])),
  hostile('ZIP: a way of compression that nobody knows', 'corrupt_document', () =>
    zip([{ ...document(), method: 99 }]),
  ),
  hostile('ZIP: entries protected by a password', ['encrypted_document', 'corrupt_document'], () =>
    zip([{ ...document(), flags: 1, raw: latin1('\x13\x37'.repeat(200)) }]),
  ),
  hostile('ZIP: noise in the place of compressed bytes', 'corrupt_document', () =>
    zip([{ ...document(), raw: latin1('\xff\xfe\xfd'.repeat(300)) }]),
  ),
  hostile('ZIP: names that lead out of the container', 'reading', () =>
    zip([
      document(),
      { name: '../../etc/passwd', content: utf8('x') },
      { name: '/etc/shadow', content: utf8('x') },
      { name: '__proto__', content: utf8('x') },
    ]),
  ),
  hostile('ZIP: the document twice', ['reading', 'corrupt_document'], () =>
    zip([document(), document('<w:p><w:r><w:t>Somebody Else</w:t></w:r></w:p>')]),
  ),
  hostile('ZIP: a name of 60,000 characters', 'reading', () =>
    zip([document(), { name: 'a/'.repeat(30_000), content: utf8('x') }]),
  ),
  hostile('ZIP: a comment with an end of its own', EITHER, () =>
    zip([document()], { comment: `PK\x05\x06${'\0'.repeat(18)}` }),
  ),
  hostile('ZIP: only the directory’s end', ['unsupported_media_type', 'corrupt_document'], () => zip([])),
  hostile('ZIP: only its first four bytes', ['unsupported_media_type', 'corrupt_document'], () => latin1('PK\x03\x04')),
  hostile('ZIP: a thousand headers', ['reading', 'too_large'], () =>
    zip([
      document(),
      ...Array.from({ length: 1_000 }, (_, index) => ({
        name: `word/header${index}.xml`,
        content: utf8('<w:hdr xmlns:w="w"><w:p><w:r><w:t>again</w:t></w:r></w:p></w:hdr>'),
      })),
    ]),
  ),
  hostile('ZIP: another office’s document', 'unsupported_media_type', () =>
    zip([{ name: 'ppt/presentation.xml', content: utf8('<p/>') }]),
  ),
  hostile('ZIP: a program', 'unsupported_media_type', () =>
    zip([
      { name: 'META-INF/MANIFEST.MF', content: utf8('Main-Class: A') },
      { name: 'A.class', content: latin1('\xca\xfe\xba\xbe') },
    ]),
  ),
  hostile('ZIP: before the document a picture', ['reading', 'unsupported_media_type'], () =>
    Buffer.concat([latin1('GIF89a'), word('<w:p><w:r><w:t>Rosalind Quay</w:t></w:r></w:p>')]),
  ),
];
