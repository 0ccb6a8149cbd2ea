import { describe, expect, it } from '@jest/globals';

import { readRtf } from '../../src/readers/rtf/reader.js';
import { document } from '../support.js';
import { deadline, furnitureOf, laidOut, limits, linesOf } from './support.js';

const bytes = (rtf: string) => new Uint8Array(Buffer.from(rtf, 'latin1'));
const read = (content: string, head = '\\ansi\\ansicpg1252') =>
  laidOut(readRtf(bytes(`{\\rtf1${head} ${content}}`), limits, deadline()));
const lines = (content: string, head?: string) => linesOf(read(content, head));

describe('Rich Text Format', () => {
  it.each([
    ['1250', "\\'e8esk\\'e1 Pr\\'e1ce", 'česká Práce'],
    ['1251', "\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2", 'Привет'],
    ['1253', "\\'c1\\'e8\\'de\\'ed\\'e1", 'Αθήνα'],
    ['932', "\\'93\\'8c\\'8b\\'9e", '東京'],
    ['936', "\\'b1\\'b1\\'be\\'a9", '北京'],
    ['949', "\\'bc\\'ad\\'bf\\'ef", '서울'],
    ['950', "\\'a5x\\'a5_", '台北'],
  ])('reads code page %s', (page, content, text) => {
    expect(lines(content, `\\ansi\\ansicpg${page}`)).toEqual([text]);
  });

  it('reads each font in the code page of its character set', () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial CYR;}{\\f2\\fcharset2 Symbol;}}';
    expect(lines(`${fonts}\\f2\\'b7\\tab\\f1 \\'cf\\'f0{\\f0 \\'e9}\\'e8`)).toEqual(['• Прéи']);
  });

  it('takes Unicode characters for their replacements, of any number', () => {
    expect(lines("\\uc1 a\\u233?b \\u-10179?\\u-8704? \\uc2\\u8364\\'80\\'80 {\\uc0\\u960 }\\u960 xx!")).toEqual([
      'aéb 😀 € ππ!',
    ]);
  });

  it('reads tables, also in a cell of another', () => {
    const inner =
      '\\pard\\intbl\\itap2 deep\\nestcell cell\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}';
    expect(lines(`\\pard Before\\par\\trowd\\cellx1\\cellx2\\pard\\intbl 2019\\cell Engineer\\par Acme\\cell\\row\\trowd\\cellx1 ${inner}\\pard\\intbl\\itap1\\cell\\row\\pard After\\par`)).toEqual([
      'Before', '2019 ⇥ Engineer', 'Acme', 'deep ⇥ cell', 'After',
    ]); // prettier-ignore
  });

  it('knows list items by the texts of their markers, new and old', () => {
    expect(lines("{\\listtext\\'b7\\tab}one\\par{\\pntext 2.\\tab}two\\par\\pard three\\par")).toEqual([
      '• one',
      '• two',
      'three',
    ]);
  });

  it('knows looks, headings and links', () => {
    const source = read(
      '{\\colortbl;\\red255\\green0\\blue0;}{\\stylesheet{\\s3\\fs30 heading 2;}}\\pard\\s3\\b\\fs30\\cf1 Head\\b0\\par\\pard\\plain\\sb240 {\\field{\\*\\fldinst HYPERLINK "https://a.example.org"}{\\fldrslt link}} {\\i slanted}\\par',
    );
    expect(source.lines[0]).toMatchObject({ headingLevel: 2, look: { bold: true, size: 15, color: 0xff0000 } });
    expect(source.lines[1]!.runs.map(({ look }) => look.italic)).toEqual([false, true]);
    expect(source.links).toMatchObject([{ url: 'https://a.example.org' }]);
  });

  it('leaves out pictures, objects, settings, hidden and deleted text', () => {
    const hidden =
      '{\\v hidden}{\\deleted gone}{\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 00}{\\result shown}}{\\*\\unknown text}\\bin3 {}{{\\info{\\title T}}';
    expect(lines(`a${hidden}b`)).toEqual(['ab']);
  });

  it('takes the first page’s header as letterhead and reads text boxes and notes apart', () => {
    const source = read(
      '\\titlepg{\\headerf Ada Nym\\par}{\\header Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}\\par}Text{\\footnote A note}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt Boxed\\par}}{\\shprslt Boxed}}\\par',
    );
    expect(linesOf(source)).toEqual(['Ada Nym', 'Text', 'A note', 'Boxed']);
    expect(furnitureOf(source)).toEqual(['Page']);
  });

  it('tells the day of the last change and the pages', () => {
    expect(readRtf(document('es-word.rtf'), limits, deadline())).toMatchObject({ date: '2026-02-09', pages: 1 });
    expect(readRtf(bytes('{\\rtf1 a\\page b\\page c}'), limits, deadline())).toMatchObject({ date: null, pages: 3 });
  });
});
