import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';

import { ParseError, parseDocument, type Limits, type ParseOptions } from '../src/index.js';
import { bytes, document } from './support.js';

const GIF = Uint8Array.from(Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64'));

async function codeOf(content: Uint8Array, options?: ParseOptions): Promise<string> {
  const error: unknown = await parseDocument(content, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ParseError))
    throw new Error('The document was read, or failed in another way.', { cause: error });
  expect(error.message.length).toBeGreaterThan(20);
  return error.code;
}

/** A Word document with the given XML in its body. */
function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml), ...more });
}

function encryptedOdt(): Uint8Array {
  const manifest =
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': new Uint8Array([1, 2, 3]),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

const UNREADABLE: [name: string, content: () => Uint8Array, code: string, limits?: Partial<Limits>][] = [
  ['no bytes', () => new Uint8Array(), 'empty_document'],
  ['white space', () => bytes(' \n\t\n'), 'empty_document'],
  ['a Word document without text', () => docx('<w:p/>'), 'empty_document'],
  ['a Word document that is cut off', () => document('es-styles.docx').subarray(0, 4000), 'corrupt_document'],
  ['a PDF that is only its first line', () => bytes('%PDF-1.7\n'), 'corrupt_document'],
  ['XML that is not closed', () => docx('<w:p><w:r>'), 'corrupt_document'],
  ['XML nested without end', () => docx('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)), 'corrupt_document'],
  [
    'an entity bomb',
    () =>
      zipSync({
        'word/document.xml': strToU8(
          '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>',
        ),
      }),
    'corrupt_document',
  ],
  ['an OpenDocument text that is cut off', () => document('es-styles.odt').subarray(0, 9000), 'corrupt_document'],
  ['an OpenDocument text that is encrypted', encryptedOdt, 'encrypted_document'],
  ['RTF that is cut off', () => document('es-word.rtf').subarray(0, 1500), 'corrupt_document'],
  ['RTF that ends too early', () => bytes('{\\rtf1}'), 'empty_document'],
  ['RTF nested without end', () => bytes(`{\\rtf1 ${'{'.repeat(5000)}`), 'corrupt_document'],
  [
    'RTF of tables in tables',
    () => bytes(`{\\rtf1 ${'\\itap999999 x\\nestcell '.repeat(100)}}`),
    'too_large',
    { maxCharacters: 100 },
  ],
  [
    'RTF of too many paragraphs',
    () => bytes(`{\\rtf1 ${'\\par '.repeat(1000)}}`),
    'corrupt_document',
    { maxXmlNodes: 500 },
  ],
  ['HTML nested without end', () => bytes('<html>' + '<div>'.repeat(5000)), 'corrupt_document'],
  ['HTML without text', () => bytes('<html><script>let a = 1;</script></html>'), 'empty_document'],
  ['HTML of too many elements', () => bytes('<html>' + '<br>'.repeat(2000)), 'corrupt_document', { maxXmlNodes: 1000 }],
  ['Markdown nested without end', () => bytes('# A\n# B\n' + '>'.repeat(5000)), 'corrupt_document'],
  ['Markdown without a space', () => bytes('# A\n# B\n' + 'a.'.repeat(60_000) + '@'), 'corrupt_document'],
  ['Markdown without end', () => bytes('# A\n# B\n' + 'word '.repeat(90_000)), 'too_large'],
  ['Europass XML without a person', () => bytes('<SkillsPassport><LearnerInfo/></SkillsPassport>'), 'empty_document'],
  ['Europass XML nested without end', () => bytes('<SkillsPassport>' + '<a>'.repeat(5000)), 'corrupt_document'],
  [
    'Europass XML with an entity',
    () => bytes('<!DOCTYPE d [<!ENTITY a "x">]><SkillsPassport>&a;</SkillsPassport>'),
    'corrupt_document',
  ],
  ['JSON that is cut off', () => bytes('{"basics": {"name": "Imogen'), 'corrupt_document'],
  ['JSON nested without end', () => bytes(`{"basics": ${'['.repeat(200_000)}`), 'corrupt_document'],
  ['JSON that is no resume', () => bytes('{"hello": "world"}'), 'unsupported_media_type'],
  ['another container', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'unsupported_media_type'],
  ['more skills than anyone has', () => bytes('SKILLS\n\n' + 'Foo, '.repeat(70_000)), 'too_large'],
  ['an encrypted PDF', () => document('hostile-encrypted.pdf'), 'encrypted_document'],
];

describe('documents that cannot be read', () => {
  it.each(UNREADABLE.map(([name, content, code, limits = {}]) => ({ name, content, code, limits })))(
    '$name',
    async ({ content, code, limits }) => {
      expect(await codeOf(content(), { limits })).toBe(code);
    },
  );

  it('goes by what a file is and not by its name', async () => {
    expect(await codeOf(GIF, { fileName: 'cv.pdf' })).toBe('unsupported_media_type');
  });

  it('refuses random bytes', async () => {
    let state = 42;
    const noise = Uint8Array.from(
      { length: 5000 },
      () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16,
    );
    expect(await codeOf(noise)).toBe('unsupported_media_type');
  });

  it('refuses a ZIP bomb before it inflates it', async () => {
    const bomb = docx('<w:p/>', { 'word/styles.xml': new Uint8Array(70 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await codeOf(bomb)).toBe('too_large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('refuses a container with too many entries', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2100 }, (_, index) => [`word/media/${index}`, new Uint8Array()]),
    );
    expect(await codeOf(docx('<w:p/>', many))).toBe('too_large');
  });

  it('keeps to the bounds that it is given', async () => {
    expect(await codeOf(document('en-one-column.pdf'), { limits: { maxBytes: 1000 } })).toBe('too_large');
    expect(await codeOf(document('en-one-column.pdf'), { limits: { maxPages: 0 } })).toBe('too_many_pages');
    expect(await codeOf(document('en-one-column.pdf'), { limits: { maxCharacters: 100 } })).toBe('too_large');
    expect(await codeOf(document('en-one-column.pdf'), { limits: { timeoutMs: 0 } })).toBe('timeout');
  });
});

describe('documents that are odd but can be read', () => {
  it.each([
    ['an address without end', 'a.'.repeat(150_000) + '@'],
    ['commas without end', 'SKILLS\n\n' + 'Foo, '.repeat(9000)],
    ['dates without end', 'EXPERIENCE\n\n' + '2019 - 2020 Engineer, Acme\n'.repeat(3000)],
  ])('%s takes time in proportion', async (_name, text) => {
    const started = performance.now();
    await parseDocument(bytes(text));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('reads UTF-16 and Windows-1252', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Zoë Müller\nzoe@example.org\n', 'utf16le')]);
    expect((await parseDocument(new Uint8Array(utf16))).document.basics).toMatchObject({
      name: 'Zoë Müller',
      email: 'zoe@example.org',
    });
    const ansi = Buffer.from('Zoë Müller\nzoe@example.org\n', 'latin1');
    expect((await parseDocument(new Uint8Array(ansi))).document.basics).toMatchObject({ name: 'Zoë Müller' });
  });
});
