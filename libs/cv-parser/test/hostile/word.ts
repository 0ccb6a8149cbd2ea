import { hostile, utf8, type HostileCase } from './case.js';
import { zip } from './zip-writer.js';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

export function wordXml(body: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): string {
  return `${prolog}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
}

export const word = (body: string, parts: Record<string, string> = {}, prolog?: string): Uint8Array =>
  zip([
    { name: 'word/document.xml', content: utf8(wordXml(body, prolog)) },
    ...Object.entries(parts).map(([name, content]) => ({ name, content: utf8(content) })),
  ]);

const text = (content: string) => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`;
const NAME = text('Rosalind Quay');
const nested = (depth: number, open: string, close: string, inner = '') =>
  open.repeat(depth) + inner + close.repeat(depth);
const styles = (content: string) => ({ 'word/styles.xml': `<w:styles ${NAMESPACES}>${content}</w:styles>` });
const numbered = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** Ten entities, each of ten of the one before. */
const LAUGHS = `<!DOCTYPE w [<!ENTITY a0 "ha">${numbered(10, (index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`)}]>`;

/** Word documents whose XML is deep, wide, or refers to itself. */
export const WORD: readonly HostileCase[] = [
  hostile('DOCX: elements 100,000 deep', ['corrupt_document', 'too_large'], () =>
    word(nested(100_000, '<w:p>', '</w:p>')),
  ),
  hostile('DOCX: elements that are never closed', 'corrupt_document', () => word('<w:sdt>'.repeat(150) + NAME)),
  hostile('DOCX: tables 60 deep', ['reading', 'corrupt_document'], () =>
    word(nested(60, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', NAME)),
  ),
  hostile('DOCX: text boxes 30 deep, each of two forms', ['reading', 'corrupt_document'], () =>
    word(
      nested(
        30,
        '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>',
        '</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>',
        NAME,
      ),
    ),
  ),
  hostile('DOCX: a million elements and more', ['corrupt_document', 'too_large'], () =>
    word('<w:p/>'.repeat(1_100_000)),
  ),
  hostile('DOCX: 900,000 empty paragraphs', ['reading', 'too_large', 'corrupt_document', 'empty_document'], () =>
    word('<w:p/>'.repeat(900_000) + NAME),
  ),
  hostile('DOCX: 100,000 paragraphs', ['reading', 'too_large', 'corrupt_document'], () =>
    word(NAME + text('ab').repeat(100_000)),
  ),
  hostile('DOCX: 100,000 items of a list', ['reading', 'too_large', 'corrupt_document'], () =>
    word(
      NAME +
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>ab</w:t></w:r></w:p>'.repeat(100_000),
    ),
  ),
  hostile('DOCX: a paragraph of 200,000 runs', ['reading', 'too_large', 'corrupt_document'], () =>
    word(`${NAME}<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(200_000)}</w:p>`),
  ),
  hostile('DOCX: a row of 50,000 cells', ['reading', 'too_large'], () =>
    word(`${NAME}<w:tbl><w:tr>${`<w:tc>${text('a')}</w:tc>`.repeat(50_000)}</w:tr></w:tbl>`),
  ),
  hostile('DOCX: a text of 40 MB', 'too_large', () => word(text('words '.repeat(7_000_000)))),
  hostile('DOCX: an attribute of 40 MB', ['reading', 'too_large', 'corrupt_document'], () =>
    word(`<w:p w:a="${'x'.repeat(40_000_000)}"/>${NAME}`),
  ),
  hostile('DOCX: an element of 300,000 attributes', ['reading', 'too_large', 'corrupt_document'], () =>
    word(`<w:p ${numbered(300_000, (index) => `a${index}="1" `)}/>${NAME}`),
  ),
  hostile('DOCX: a comment of 40 MB', ['reading', 'too_large'], () => word(`<!--${'x'.repeat(40_000_000)}-->${NAME}`)),
  hostile('DOCX: 200,000 instructions', ['reading', 'too_large'], () => word('<?a b?>'.repeat(200_000) + NAME)),
  hostile('DOCX: entities that laugh ten billion times', 'corrupt_document', () => word(text('&a10;'), {}, LAUGHS)),
  hostile('DOCX: an entity that is its own part', 'corrupt_document', () =>
    word(text('&a;'), {}, '<!DOCTYPE w [<!ENTITY a "&a;">]>'),
  ),
  hostile('DOCX: an entity from a file of ours', 'corrupt_document', () =>
    word(text('&a;'), {}, '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ),
  hostile('DOCX: an entity from a server', 'corrupt_document', () =>
    word(text('&a;'), {}, '<!DOCTYPE w [<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd"> %a;]>'),
  ),
  hostile('DOCX: characters that no XML may have', 'corrupt_document', () => word(text('Rosalind\u0000\u0001 Quay'))),
  hostile('DOCX: numbers of characters that there are not', 'corrupt_document', () =>
    word(text('&#x110000; &#xD800; &#0;')),
  ),
  hostile('DOCX: two roots', 'corrupt_document', () =>
    zip([{ name: 'word/document.xml', content: utf8(`${wordXml(NAME)}<w:a/>`) }]),
  ),
  hostile('DOCX: no body', 'corrupt_document', () =>
    zip([{ name: 'word/document.xml', content: utf8('<w:document xmlns:w="w"/>') }]),
  ),
  hostile('DOCX: the document is JSON', 'corrupt_document', () =>
    zip([{ name: 'word/document.xml', content: utf8('{"word/": 1}') }]),
  ),
  hostile('DOCX: a style based on itself', 'reading', () =>
    word(
      `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Rosalind Quay</w:t></w:r></w:p>`,
      styles('<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'),
    ),
  ),
  hostile('DOCX: 20,000 styles, each based on the next', 'reading', () =>
    word(
      `<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr><w:r><w:t>Rosalind Quay</w:t></w:r></w:p>`,
      styles(
        numbered(20_000, (index) => `<w:style w:styleId="S${index}"><w:basedOn w:val="S${index + 1}"/></w:style>`),
      ),
    ),
  ),
  hostile('DOCX: styles that are broken XML', ['reading', 'corrupt_document'], () =>
    word(NAME, { 'word/styles.xml': '<w:styles><w:style' }),
  ),
  hostile('DOCX: 100,000 page breaks', ['too_many_pages', 'too_large'], () =>
    word(`${NAME}<w:p><w:r>${'<w:br w:type="page"/>'.repeat(100_000)}</w:r></w:p>`),
  ),
  hostile('DOCX: 100,000 fields begun and none ended', ['reading', 'empty_document', 'too_large'], () =>
    word(
      `${NAME}<w:p><w:r>${'<w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "</w:instrText>'.repeat(100_000)}<w:t>lost</w:t></w:r></w:p>`,
    ),
  ),
  hostile('DOCX: a field code of a megabyte of spaces', ['reading', 'too_large'], () =>
    word(
      `${NAME}<w:p><w:fldSimple w:instr="${' '.repeat(1_000_000)}HYPERLINK${' '.repeat(1_000_000)}"><w:r><w:t>link</w:t></w:r></w:fldSimple></w:p>`,
    ),
  ),
  ...['1e308', '-1', 'NaN', '999999999999', ''].map((size) =>
    hostile(`DOCX: sizes, spaces and indents of «${size}»`, 'reading', () =>
      word(
        `<w:p><w:pPr><w:outlineLvl w:val="${size}"/><w:spacing w:before="${size}" w:after="${size}"/><w:ind w:left="${size}"/></w:pPr><w:r><w:rPr><w:sz w:val="${size}"/><w:color w:val="${size}"/></w:rPr><w:t>Rosalind Quay</w:t></w:r></w:p>`,
      ),
    ),
  ),
  hostile('DOCX: links without end and without target', 'reading', () =>
    word(
      NAME +
        '<w:p><w:hyperlink r:id="none"><w:hyperlink r:id="r1"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:hyperlink></w:p>'.repeat(
          5_000,
        ),
      {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" TargetMode="External" Target="${'https://a.'.repeat(50_000)}"/></Relationships>`,
      },
    ),
  ),
];
