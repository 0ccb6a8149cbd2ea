import { describe, expect, it } from '@jest/globals';

import { isDateText, isOneTime } from '../src/fields/dates.js';
import { layOut } from '../src/layout/index.js';
import { headingKind } from '../src/lexicon/index.js';
import { Deadline, DEFAULT_LIMITS } from '../src/limits.js';
import type { PdfPage } from '../src/readers/pdf/glyphs.js';
import { column, pageOf } from './typeset.js';

const WORDING = { isHeading: (text: string) => headingKind(text) !== null, isDate: isDateText, isOneTime };

function linesOf(...pages: PdfPage[]): string[] {
  const document = layOut(pages, WORDING, DEFAULT_LIMITS, new Deadline(10_000));
  return document.lines.map((line) => document.text.slice(line.start, line.end));
}

describe('layout of type', () => {
  it('closes up letters that are spaced out and keeps the spaces between words', () => {
    expect(linesOf(pageOf([{ text: 'WORK EXPERIENCE', x: 50, y: 50, tracking: 5 }]))).toEqual(['WORK EXPERIENCE']);
    expect(linesOf(pageOf([{ text: 'J O H N', x: 50, y: 50 }]))).toEqual(['JOHN']);
  });

  it('takes text that is printed twice once', () => {
    const texts = [
      { text: 'Ada Moor', x: 50, y: 50 },
      { text: 'Ada Moor', x: 50.6, y: 50.4 },
    ];
    expect(linesOf(pageOf(texts))).toEqual(['Ada Moor']);
  });

  it('keeps a lowered letter in its word', () => {
    const texts = [
      { text: 'T', x: 50, y: 50 },
      { text: 'E', x: 54, y: 52.4 },
      { text: 'X', x: 58, y: 50 },
    ];
    expect(linesOf(pageOf(texts))).toEqual(['TEX']);
  });

  it('reads text on its side after the page, and never among its lines', () => {
    const upright = column(50, 50, ['First line here', 'Second line here']);
    const page = pageOf(upright);
    const side = pageOf([{ text: 'RESUME', x: 0, y: 0, look: { turns: 1 } }]).glyphs.map((glyph) => ({
      ...glyph,
      left: 20,
      right: 30,
      top: 100 - glyph.right,
      bottom: 100 - glyph.left,
      baseline: 100 - glyph.left,
      order: glyph.order + 1000,
    }));
    expect(linesOf({ ...page, glyphs: [...page.glyphs, ...side] })).toEqual([
      'First line here',
      'Second line here',
      'RESUME',
    ]);
  });

  it('keeps what cannot be seen apart from the content', () => {
    const page = pageOf([
      { text: 'Seen', x: 50, y: 50 },
      { text: 'stuffing', x: 50, y: 64, look: { hidden: true } },
    ]);
    const { lines } = layOut([page], WORDING, DEFAULT_LIMITS, new Deadline(10_000));
    expect(lines.map(({ hidden }) => hidden)).toEqual([false, true]);
  });
});

describe('layout of columns', () => {
  it('reads entries that stand side by side one after the other, below a heading over both', () => {
    const page = pageOf([
      { text: 'Work Experience', x: 50, y: 50 },
      ...column(50, 70, ['Clerk', 'Acme Ltd', '2019 – 2021', 'Counted goods']),
      ...column(320, 70, ['Cook', 'Tern Inn', '2015 – 2018', 'Made soups']),
    ]);
    expect(linesOf(page)).toEqual([
      'Work Experience',
      'Clerk',
      'Acme Ltd',
      '2019 – 2021',
      'Counted goods',
      'Cook',
      'Tern Inn',
      '2015 – 2018',
      'Made soups',
    ]);
  });

  it('never reads across the rules between the rows of a table', () => {
    const row = (y: number, name: string) => [
      ...column(50, y, [`${name} one`, `${name} two`, `${name} three`], 12),
      ...column(300, y + 4, [`${name} first`, `${name} second`, `${name} third`], 12),
    ];
    const rule = { kind: 'path', left: 40, right: 550, top: 99, bottom: 100, pale: false, frame: false } as const;
    expect(linesOf(pageOf([...row(60, 'upper'), ...row(114, 'lower')], [rule]))).toEqual([
      'upper one',
      'upper two',
      'upper three',
      'upper first',
      'upper second',
      'upper third',
      'lower one',
      'lower two',
      'lower three',
      'lower first',
      'lower second',
      'lower third',
    ]);
  });

  it('joins a time that a narrow column breaks in two', () => {
    const page = pageOf([
      ...column(50, 50, ['Mar 2019 –', 'Present'], 12),
      ...column(150, 50, ['Clerk', 'Acme Ltd'], 12),
    ]);
    expect(linesOf(page)).toEqual(['Mar 2019 – Present\tClerk', 'Acme Ltd']);
  });

  it('joins a time that is broken at the right edge', () => {
    const page = pageOf([
      { text: 'Clerk, Acme Ltd', x: 50, y: 50 },
      { text: 'March 2019 –', x: 440, y: 50 },
      { text: 'April 2021', x: 450, y: 62 },
      { text: 'Counted goods', x: 50, y: 80 },
    ]);
    expect(linesOf(page)).toEqual(['Clerk, Acme Ltd\tMarch 2019 – April 2021', 'Counted goods']);
  });

  it('never joins a place to the time above it', () => {
    const page = pageOf([
      { text: 'Clerk, Acme Ltd', x: 50, y: 50 },
      { text: 'May 2019 – Present', x: 410, y: 50 },
      { text: 'Leeds', x: 475, y: 62 },
    ]);
    expect(linesOf(page)).toEqual(['Clerk, Acme Ltd\tMay 2019 – Present', 'Leeds']);
  });

  it('is not parted by an address that runs out of its column', () => {
    const page = pageOf([
      ...column(50, 50, ['Contact', 'Ely', 'ada.nym.of.the.harbour@post.example', '01353 000000', 'Skills', 'Excel']),
      ...column(200, 57, ['Experience', 'Clerk, Acme Ltd', '', 'Counted goods', 'Weighed them', 'Sold them']),
    ]);
    expect(linesOf(page).slice(0, 6)).toEqual([
      'Contact',
      'Ely',
      'ada.nym.of.the.harbour@post.example',
      '01353 000000',
      'Skills',
      'Excel',
    ]);
  });

  it('goes on on a page that has no other column', () => {
    const first = pageOf([
      ...column(50, 50, ['Experience', 'Clerk, Acme Ltd', 'Counted goods of all kinds', 'Weighed them in the yard']),
      ...column(60, 106, ['Cook, Tern Inn', 'Made soups']),
      ...column(400, 57, ['Skills', 'Excel', 'Scales', 'Languages', 'Manx', 'Welsh']),
    ]);
    const second = {
      ...pageOf([
        { text: 'Ada Nym', x: 50, y: 20 },
        { text: 'Page 2 of 2', x: 500, y: 20 },
        ...column(60, 100, ['Porter, Ely Docks', 'Carried goods']),
      ]),
      number: 2,
    };
    const lines = linesOf(first, second);
    expect(lines.slice(5, 9)).toEqual(['Made soups', 'Porter, Ely Docks', 'Carried goods', 'Skills']);
    expect(lines.at(-1)).toBe('Ada Nym\tPage 2 of 2');
  });

  it('sees list markers that are drawn', () => {
    const dot = { kind: 'path', left: 50, right: 53, top: 45, bottom: 48, pale: false, frame: false } as const;
    const document = layOut(
      [pageOf([{ text: 'Counted goods', x: 60, y: 50 }], [dot])],
      WORDING,
      DEFAULT_LIMITS,
      new Deadline(10_000),
    );
    expect(document.lines[0]?.bullet).toBe(true);
  });
});

describe('headings in the margin', () => {
  const section = (y: number, heading: readonly string[], lines: readonly string[]) => [
    ...column(50, y, heading, 12),
    ...column(200, y, lines),
  ];

  it('stand above the first lines of their sections, each on one line', () => {
    const page = pageOf([
      { text: 'Ada Nym of Harbour Street 4 in Ely', x: 120, y: 30 },
      ...section(80, ['Work', 'Experience'], ['Clerk, Acme Ltd', '2019 – 2021', 'Counted goods']),
      ...section(150, ['Educa-', 'tion'], ['Diploma, Ely College', '2015 – 2018']),
      ...section(206, ['Boats'], ['Sails a dinghy']),
      ...section(240, ['Skills'], ['Excel']),
    ]);
    expect(linesOf(page)).toEqual([
      'Ada Nym of Harbour Street 4 in Ely',
      'Work Experience',
      'Clerk, Acme Ltd',
      '2019 – 2021',
      'Counted goods',
      'Education',
      'Diploma, Ely College',
      '2015 – 2018',
      'Boats',
      'Sails a dinghy',
      'Skills',
      'Excel',
    ]);
  });

  it('may stand lower than these, as far as the others do', () => {
    const page = pageOf([
      ...column(200, 50, ['Clerk, Acme Ltd', 'Counted goods', 'Weighed them']),
      { text: 'Experience', x: 50, y: 64 },
      ...column(200, 110, ['Diploma, Ely College', 'In bookkeeping']),
      { text: 'Education', x: 50, y: 124 },
      ...column(200, 156, ['Excel', 'Scales']),
      { text: 'Skills', x: 50, y: 170 },
    ]);
    expect(linesOf(page).filter((_, index) => [0, 4, 7].includes(index))).toEqual([
      'Experience',
      'Education',
      'Skills',
    ]);
  });

  it('are none where a column holds more than headings', () => {
    const page = pageOf([
      ...section(50, ['Skills', 'Excel', 'Scales', 'Ledgers'], ['Clerk, Acme Ltd', '2019 – 2021', 'Counted goods']),
      ...section(120, ['Languages', 'English', 'Manx', 'Welsh'], ['Porter, Ely Docks', '2015 – 2018', 'Carried them']),
      ...section(190, ['Interests', 'Boats', 'Tides', 'Knots'], ['Cook, Tern Inn', '2012 – 2015', 'Made soups']),
    ]);
    expect(linesOf(page).slice(0, 4)).toEqual(['Skills', 'Excel', 'Scales', 'Ledgers']);
  });
});

describe('layout of right-to-left pages', () => {
  /** Sets letters from right to left as PDFium gives them: in reading order, with boxes that move left. */
  const setRight = (text: string, x: number, y: number): PdfPage['glyphs'] => {
    const page = pageOf([{ text, x: 0, y }]);
    return page.glyphs.map((glyph) => ({ ...glyph, left: x - glyph.right, right: x - glyph.left }));
  };

  it('gives words in reading order and leaves numbers and Latin words as they stand', () => {
    const page = pageOf([{ text: 'Acme', x: 400, y: 50 }]);
    const glyphs = [
      ...setRight('شركة', 550, 50),
      ...page.glyphs,
      ...setRight('مهندسة برمجيات ومديرة مشاريع', 550, 70),
    ].map((glyph, order) => ({ ...glyph, order }));
    const lines = linesOf({ ...page, glyphs });
    expect(lines).toEqual(['شركة\tAcme', 'مهندسة برمجيات ومديرة مشاريع']);
  });

  it('reads a time from its right end', () => {
    const digits = pageOf([
      { text: '2020', x: 450, y: 50 },
      { text: '–', x: 438, y: 50 },
      { text: '2016', x: 410, y: 50 },
    ]);
    const glyphs = [...digits.glyphs, ...setRight('مهندسة برمجيات ومديرة مشاريع كبيرة', 550, 70)].map(
      (glyph, order) => ({ ...glyph, order }),
    );
    expect(linesOf({ ...digits, glyphs })[0]).toBe('2020 – 2016');
  });
});
