import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';

import { detectFormat, ParseError, parseDocument } from '../../src/index.js';
import { bytes, document } from '../support.js';

describe('what a document is', () => {
  it.each([
    ['es-styles.docx', 'docx'],
    ['es-styles.odt', 'odt'],
    ['es-word.rtf', 'rtf'],
    ['en-page.html', 'html'],
    ['fr-notes.md', 'markdown'],
    ['fr-passport.xml', 'europass'],
    ['it-candidate.xml', 'europass'],
    ['de-plain.txt', 'text'],
    ['it-table.pdf', 'pdf'],
  ])('%s', (file, format) => {
    expect(detectFormat(document(file))).toBe(format);
  });

  it.each([
    ['two headings', '# Ada Nym\n\n## Experience\n\nEngineer', 'markdown'],
    ['a heading and a link', '# Ada Nym\n[site](https://example.org)', 'markdown'],
    ['lists, rules and underlined headings', 'ADA NYM\n=======\n\nSKILLS\n------\n- Go\n* Rust\n1. SQL\n', 'text'],
    ['signs that mean other things', 'C# and F#\n#1 in sales\n2 * 3 * 4\nsnake_case_name [1] (2)\n', 'text'],
    ['one word in stars', 'Ada Nym\n**Engineer**\n', 'text'],
    ['a part of a page', '<div><h1>Ada Nym</h1></div>', 'html'],
    ['a text about tags', '<b> and <i> are tags that I know', 'text'],
    ['another JSON', '{"a": 1}', 'json-resume'],
    ['another XML', '<?xml version="1.0"?><invoice/>', null],
  ])('%s', (_name, text, format) => {
    expect(detectFormat(bytes(text))).toBe(format);
  });

  it('lets a name decide only where both readings are possible', () => {
    expect(detectFormat(bytes('Ada Nym\n**Engineer**\n'), 'cv.md')).toBe('markdown');
    expect(detectFormat(bytes('Ada Nym\nEngineer\n'), 'cv.md')).toBe('text');
    expect(detectFormat(bytes('# Ada Nym\n\n## Experience\n'), 'cv.txt')).toBe('markdown');
  });

  it.each([
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'Spreadsheets'],
    ['slides', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), 'Slides'],
    ['a document of Pages', zipSync({ 'Index/Document.iwa': strToU8('x') }), 'Export it as PDF or Word'],
    [
      'another OpenDocument',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
      '.odt',
    ],
    ['an archive', zipSync({ 'cv.txt': strToU8('x') }), 'Unpack it'],
    ['an old Word document', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'PDF or DOCX'],
    ['a web archive', bytes('From: <Saved by Blink>\nMIME-Version: 1.0\n'), 'HTML'],
    ['another XML', bytes('<?xml version="1.0"?><invoice/>'), 'Europass'],
  ])('says what to do with %s', async (_name, content, advice) => {
    const error: unknown = await parseDocument(content).catch((reason: unknown) => reason);
    if (!(error instanceof ParseError)) throw new Error('The document was read.');
    expect(error.code).toBe('unsupported_media_type');
    expect(error.message).toContain(advice);
  });
});
