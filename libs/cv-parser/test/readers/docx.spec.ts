import { embeddedResumePart, type Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';

import { parseDocument } from '../../src/index.js';
import { readDocx } from '../../src/readers/docx/reader.js';
import { document, truth } from '../support.js';
import { deadline, docx, furnitureOf, laidOut, limits, linesOf, p, relations, wordPart } from './support.js';

const read = (body: string, parts?: Record<string, string>) =>
  laidOut(readDocx(docx(body, parts), limits, deadline(), false));
const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;

describe('Word documents', () => {
  it('reads the rows of a table across', () => {
    const rows = table(
      [cell(p('2019 – 2021')), cell(p('Engineer'), p('Acme Ltd'))],
      [cell(p('2015 – 2019')), cell(p('Apprentice'))],
    );
    expect(linesOf(read(rows))).toEqual(['2019 – 2021 ⇥ Engineer', 'Acme Ltd', '2015 – 2019 ⇥ Apprentice']);
  });

  it('reads two cells that are columns of the page one after the other, over several rows', () => {
    const side = [p('Skills'), p('Go'), p('Rust'), p('Languages'), p('English')];
    const main = [p('Experience'), p('Engineer'), p('Acme Ltd'), p('Did much')];
    const source = read(table([cell(...side), cell(...main)], [cell(p('')), cell(p('Education'), p('MIT'))]));
    expect(linesOf(source)).toEqual([
      'Skills', 'Go', 'Rust', 'Languages', 'English', 'Experience', 'Engineer', 'Acme Ltd', 'Did much', 'Education', 'MIT',
    ]); // prettier-ignore
    expect(source.lines.map(({ column }) => column)).toEqual([...Array(5).fill('left'), ...Array(6).fill('right')]);
  });

  it('reads a table within a table', () => {
    const inner = table([cell(p('2019')), cell(p('Prize'))]);
    expect(linesOf(read(table([cell(p('Awards'), inner)])))).toEqual(['Awards', '2019 ⇥ Prize']);
  });

  it('counts a text box once that is given in two forms', () => {
    const drawing = `<mc:AlternateContent><mc:Choice>${box(p('In a box'))}</mc:Choice><mc:Fallback>${box(p('In a box'))}</mc:Fallback></mc:AlternateContent>`;
    expect(linesOf(read(`<w:p><w:r>${drawing}<w:t>Beside it</w:t></w:r></w:p>`))).toEqual(['Beside it', 'In a box']);
  });

  it('takes inserted text and leaves out deleted, moved away and hidden text', () => {
    const runs = [
      '<w:ins><w:r><w:t>new </w:t></w:r></w:ins>',
      '<w:del><w:r><w:delText>old</w:delText></w:r></w:del>',
      '<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>',
      '<w:r><w:t>text</w:t></w:r>',
    ];
    expect(linesOf(read(`<w:p>${runs.join('')}</w:p>`))).toEqual(['new text']);
  });

  it('knows list items by numbering, by style and by typed symbols', () => {
    const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const unmarked = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>';
    const styled = '<w:pPr><w:pStyle w:val="LB"/></w:pPr>';
    const symbol = '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>third</w:t></w:r></w:p>';
    const level = (format: string) => `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl>`;
    const source = read(p('first', numbered) + p('second', styled) + symbol + p('fourth', unmarked), {
      'word/styles.xml': wordPart(
        'styles',
        '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/></w:style>',
      ),
      'word/numbering.xml': wordPart(
        'numbering',
        `<w:abstractNum w:abstractNumId="5">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="6">${level('none')}</w:abstractNum>` +
          '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>',
      ),
    });
    expect(linesOf(source)).toEqual(['• first', '• second', '• third', 'fourth']);
  });

  it('finds links by relation and by field code', () => {
    const field = ['begin', 'separate', 'end'].map((kind) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`);
    const code = '<w:r><w:instrText> HYPERLINK "https://b.example.org" </w:instrText></w:r>';
    const body = `<w:p><w:hyperlink r:id="a"><w:r><w:t>one</w:t></w:r></w:hyperlink>${field[0]}${code}${field[1]}<w:r><w:t>two</w:t></w:r>${field[2]}</w:p>`;
    const source = read(body, { 'word/_rels/document.xml.rels': relations(['a', 'https://a.example.org']) });
    expect(source.text.trim()).toBe('onetwo');
    expect(source.links.map(({ url }) => url)).toEqual(['https://a.example.org', 'https://b.example.org']);
  });

  it('takes the first page’s header as letterhead, and other headers and footers as furniture', () => {
    const references =
      '<w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/>';
    const source = read(`${p('Body')}<w:sectPr>${references}<w:titlePg/></w:sectPr>`, {
      'word/_rels/document.xml.rels': relations(['h1', 'header1.xml'], ['h2', 'header2.xml'], ['f1', 'footer1.xml']),
      'word/header1.xml': wordPart('hdr', p('Ada Nym, ada@example.org')),
      'word/header2.xml': wordPart('hdr', p('Ada Nym, page 2')),
      'word/header3.xml': wordPart('hdr', p('of no page')),
      'word/footer1.xml': wordPart('ftr', p('Confidential')),
    });
    expect(linesOf(source)).toEqual(['Ada Nym, ada@example.org', 'Body']);
    expect(furnitureOf(source)).toEqual(['Ada Nym, page 2', 'Confidential']);
  });

  it('reads footnotes and content controls where they stand', () => {
    const control = `<w:sdt><w:sdtContent>${p('Controlled')}</w:sdtContent></w:sdt>`;
    const source = read(`<w:p><w:r><w:t>Noted</w:t><w:footnoteReference w:id="2"/></w:r></w:p>${control}`, {
      'word/footnotes.xml': wordPart('footnotes', `<w:footnote w:id="2">${p('The note')}</w:footnote>`),
    });
    expect(linesOf(source)).toEqual(['Noted', 'The note', 'Controlled']);
  });

  it('reads documents whose namespaces have other prefixes', () => {
    const body =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strict</x:t></x:r></x:p></x:body></x:document>';
    expect(linesOf(read('', { 'word/document.xml': body }))).toEqual(['Strict']);
  });

  it('turns space between paragraphs into gaps, but for those of one style that says so', () => {
    const spaced = (text: string, more = '') => p(text, `<w:pPr>${more}<w:spacing w:after="240"/></w:pPr>`);
    const source = read(p('a') + p('b') + spaced('c') + p('d') + spaced('e', '<w:contextualSpacing/>') + p('f'));
    expect(source.lines.map(({ gap }) => gap > 0)).toEqual([false, false, false, true, false, false]);
  });
});

describe('a Word document that carries its resume', () => {
  const resume: Resume = {
    ...truth('en-one-column'),
    basics: { ...truth('en-one-column').basics!, summary: 'A & B < C \u007f “quoted”' },
  };
  const withResume = (change: (xml: string) => string = (xml) => xml): Uint8Array => {
    const parts = unzipSync(document('es-styles.docx'));
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    parts['customXml/item1.xml'] = strToU8(embeddedResumePart(resume, xml));
    parts['word/document.xml'] = strToU8(change(xml));
    return zipSync(parts);
  };

  it('is read back exactly', async () => {
    const reading = await parseDocument(withResume());
    expect(reading.document).toEqual(resume);
    expect(reading).toMatchObject({ format: 'docx', coverage: 1, unmapped: [] });
  });

  it('is read back exactly after a program parted its runs anew', async () => {
    const reading = await parseDocument(
      withResume((xml) => xml.replace('>Nuria ', '>Nu</w:t></w:r><w:r><w:t xml:space="preserve">ria ')),
    );
    expect(reading.document).toEqual(resume);
  });

  it('is read from its pages once its text was changed', async () => {
    const reading = await parseDocument(withResume((xml) => xml.replace('Nuria', 'Marta')));
    expect(reading.document.basics).toMatchObject({ name: 'Marta Valdecasas Ortiz' });
    expect(reading.document.work).toEqual(truth('es-styles').work);
  });

  it('is read from its pages when told to ignore the data', async () => {
    const reading = await parseDocument(withResume(), { ignoreEmbedded: true });
    expect(reading.document.basics).toMatchObject({ name: 'Nuria Valdecasas Ortiz' });
  });
});
