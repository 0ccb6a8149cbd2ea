import { deflateSync } from 'node:zlib';

import { hostile, type HostileCase } from './case.js';
import { deflated, onePage, page, SHOWN, stream } from './pdf-writer.js';
import { Random } from './random.js';

const MB = 1024 * 1024;
const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]';
const FONT = '/Font << /F1 5 0 R >>';
const forms = (entries: string) => page('', `${FONT} /XObject << ${entries} >>`);
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** `operators` where the page's text is, and then the text itself. */
const drawn = (operators: string) => onePage({ content: stream(`${operators}\n${SHOWN}`) });

/** Streams that burst, things that draw themselves, fonts, boxes and pictures that lie, and floods of glyphs. */
export const PDF_CONTENT: readonly HostileCase[] = [
  hostile('PDF: content that inflates to 100 MB of spaces', ['reading', 'timeout', 'too_large', 'empty_document'], () =>
    onePage({ content: deflated(Buffer.concat([Buffer.alloc(100 * MB, 0x20), Buffer.from(SHOWN)])) }),
  ),
  hostile('PDF: content deflated five times', ['reading', 'empty_document'], () => {
    let bytes: Uint8Array = Buffer.alloc(50 * MB, 0x20);
    for (let round = 0; round < 5; round++) bytes = deflateSync(bytes, { level: 9 });
    return onePage({
      content: stream(Buffer.from(bytes).toString('latin1'), `/Filter [${'/FlateDecode '.repeat(5)}]`),
    });
  }),
  hostile('PDF: a thousand filters', ['reading', 'empty_document'], () =>
    onePage({ content: stream(SHOWN, `/Filter [${'/ASCIIHexDecode '.repeat(1_000)}]`) }),
  ),
  hostile('PDF: run lengths that burst', ['reading', 'empty_document', 'too_large', 'timeout'], () =>
    onePage({ content: stream('\x81 '.repeat(500_000), '/Filter /RunLengthDecode') }),
  ),
  hostile('PDF: broken LZW', ['reading', 'empty_document'], () =>
    onePage({
      content: stream(
        '\x80\x0b\x60\x50\xff\xff\xff'.repeat(1_000),
        '/Filter /LZWDecode /DecodeParms << /EarlyChange 7 >>',
      ),
    }),
  ),
  hostile('PDF: predictor with two billion columns', ['reading', 'empty_document'], () =>
    onePage({ content: deflated(SHOWN, '/DecodeParms << /Predictor 12 /Columns 2147483647 /Colors 2147483647 >>') }),
  ),
  hostile('PDF: a filter that is a reference to its stream', ['reading', 'empty_document'], () =>
    onePage({ content: stream(SHOWN, '/Filter 4 0 R /DecodeParms 4 0 R') }),
  ),
  hostile('PDF: a form that draws itself', 'reading', () =>
    onePage(
      { page: forms('/X 6 0 R'), content: stream(`/X Do ${SHOWN}`) },
      stream('/X Do', `${FORM} /Resources << /XObject << /X 6 0 R >> >>`),
    ),
  ),
  hostile('PDF: two forms that draw each other', ['reading', 'timeout'], () =>
    onePage(
      { page: forms('/X 6 0 R'), content: stream(`/X Do ${SHOWN}`) },
      stream('/X Do /X Do', `${FORM} /Resources << /XObject << /X 7 0 R >> >>`),
      stream('/X Do /X Do', `${FORM} /Resources << /XObject << /X 6 0 R >> >>`),
    ),
  ),
  hostile('PDF: forms that draw the next one twice, 30 deep', ['reading', 'timeout', 'too_large'], () =>
    onePage(
      { page: forms('/X 6 0 R'), content: stream(`${SHOWN} /X Do`) },
      ...Array.from({ length: 30 }, (_, index) =>
        stream('/X Do /X Do', `${FORM} /Resources << /XObject << /X ${Math.min(index + 7, 35)} 0 R >> >>`),
      ),
    ),
  ),
  hostile('PDF: a drawn font that spells with itself', ['reading', 'empty_document'], () =>
    onePage(
      {
        font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /LastChar 255 /Widths [500] /CharProcs << /a 6 0 R >> /Encoding << /Differences [82 /a 111 /a] >> /Resources << /Font << /F1 5 0 R >> >> >>',
      },
      stream('500 0 d0 BT /F1 1 Tf (Ro) Tj ET'),
    ),
  ),
  hostile('PDF: a pattern that is painted with itself', 'reading', () =>
    onePage(
      {
        page: page('', `${FONT} /Pattern << /P 6 0 R >>`),
        content: stream(`/Pattern cs /P scn 0 0 500 500 re f ${SHOWN}`),
      },
      stream(
        '/Pattern cs /P scn 0 0 9 9 re f',
        '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /P 6 0 R >> >>',
      ),
    ),
  ),
  hostile('PDF: a million states saved and none restored', ['reading', 'empty_document', 'timeout'], () =>
    drawn('q '.repeat(1_000_000)),
  ),
  hostile('PDF: marked content 100,000 deep', ['reading', 'empty_document', 'timeout'], () =>
    drawn('/Span << /ActualText (x) >> BDC '.repeat(100_000)),
  ),
  hostile('PDF: a hundred thousand contents', ['reading', 'timeout'], () =>
    onePage({ page: page().replace('/Contents 4 0 R', `/Contents [${'4 0 R '.repeat(100_000)}]`) }),
  ),
  hostile('PDF: contents that are a list of themselves', ['reading', 'empty_document'], () =>
    onePage({ page: page().replace('/Contents 4 0 R', '/Contents 6 0 R') }, '[6 0 R 4 0 R 6 0 R]'),
  ),
  hostile('PDF: operators with a million operands', ['reading', 'empty_document'], () =>
    drawn(`${'1 '.repeat(1_000_000)} re`),
  ),
  hostile('PDF: a path of half a million curves', 'reading', () =>
    drawn(many(500_000, (index) => `${index % 500} 0 1 1 2 2 c `)),
  ),
  hostile('PDF: a picture in the text without end', ['reading', 'empty_document'], () =>
    drawn('BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID abc'),
  ),
  ...(
    [
      ['of a billion points', '[0 0 1000000000 1000000000]'],
      ['of no size', '[0 0 0 0]'],
      ['upside down', '[595 842 0 0]'],
      ['of negative numbers', '[-595 -842 -1 -1]'],
      ['beyond all numbers', '[0 0 1e999 99999999999999999999999999999999999999999]'],
      ['of words', '[/A (b) null true]'],
      ['that is a reference to the page', '3 0 R'],
    ] as const
  ).map(([name, box]) =>
    hostile(`PDF: a page ${name}`, ['reading', 'empty_document', 'corrupt_document'], () =>
      onePage({ page: page().replace('[0 0 595 842]', box) }),
    ),
  ),
  hostile('PDF: a unit of a billion points, turned by 7 degrees', ['reading', 'empty_document'], () =>
    onePage({ page: page('/UserUnit 1000000000 /Rotate 7') }),
  ),
  ...['1e30', '0', '-12', '0.00001', '99999999999999999999'].map((size) =>
    hostile(`PDF: letters of ${size} points`, ['reading', 'empty_document'], () =>
      onePage({ content: stream(SHOWN.replace('12 Tf', `${size} Tf`)) }),
    ),
  ),
  hostile('PDF: letters on a plane without area', ['reading', 'empty_document'], () =>
    onePage({ content: stream(`0 0 0 0 0 0 cm ${SHOWN}`) }),
  ),
  hostile('PDF: letters far outside of the page', ['reading', 'empty_document'], () =>
    onePage({ content: stream(`1 0 0 1 1e15 -1e15 cm ${SHOWN}`) }),
  ),
  hostile('PDF: a font with two billion widths', ['reading', 'empty_document'], () =>
    onePage({
      font: '<< /Type /Font /Subtype /TrueType /BaseFont /Huge /FirstChar 0 /LastChar 2147483647 /Widths [-1 2147483647 1e30] >>',
    }),
  ),
  hostile('PDF: a font of 16 MB of nothing', ['reading', 'empty_document'], () =>
    embeddedFont(deflated(Buffer.alloc(16 * MB), '/Length1 2147483647')),
  ),
  hostile('PDF: a font of noise', ['reading', 'empty_document'], () => {
    const random = new Random(11);
    return embeddedFont(
      deflated(
        Uint8Array.from({ length: 60_000 }, () => random.below(256)),
        '/Length1 60000',
      ),
    );
  }),
  hostile('PDF: a character map of four billion', ['reading', 'empty_document'], () =>
    mapped(
      '1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange',
    ),
  ),
  hostile('PDF: a character map of half characters', ['reading', 'empty_document'], () =>
    mapped('1 beginbfrange <00> <FF> <D800> endbfrange'),
  ),
  hostile(
    'PDF: a character map that spells a letter with a novel',
    ['reading', 'empty_document', 'too_large', 'timeout'],
    () => mapped(`1 beginbfchar <52> <${'0041'.repeat(20_000)}> endbfchar`),
  ),
  hostile('PDF: a character map that uses itself', ['reading', 'empty_document'], () =>
    mapped('/F1 usecmap /Own usecmap 1 beginbfchar <52> <0052> endbfchar'),
  ),
  hostile('PDF: a picture of ten billion points', ['reading', 'empty_document'], () =>
    onePage(
      { page: forms('/I 6 0 R'), content: stream(`/I Do ${SHOWN}`) },
      deflated(
        'x',
        '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 16 /ColorSpace /DeviceCMYK /SMask 6 0 R',
      ),
    ),
  ),
  hostile(
    'PDF: only a picture of ten billion points',
    ['empty_document', 'corrupt_document', 'too_large', 'timeout'],
    () =>
      onePage(
        { page: forms('/I 6 0 R'), content: stream('595 0 0 842 0 0 cm /I Do') },
        deflated(
          'x',
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        ),
      ),
  ),
  hostile('PDF: 100,000 links', 'reading', () =>
    onePage(
      { page: page(`/Annots [${'6 0 R '.repeat(100_000)}]`) },
      '<< /Type /Annot /Subtype /Link /Rect [0 0 600 900] /A << /S /URI /URI (https://example.org) >> >>',
    ),
  ),
  hostile('PDF: a link of a megabyte', 'reading', () =>
    onePage(
      { page: page('/Annots [6 0 R]') },
      `<< /Type /Annot /Subtype /Link /Rect [0 0 600 900] /A << /S /URI /URI (https://example.org/${'a'.repeat(MB)}) >> >>`,
    ),
  ),
  hostile('PDF: fields that are their own kids', 'reading', () =>
    onePage(
      { catalog: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>' },
      '<< /FT /Tx /T (x) /Kids [6 0 R] /Parent 6 0 R >>',
    ),
  ),
  hostile('PDF: scripts and programs to be run', 'reading', () =>
    onePage(
      { catalog: '<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 6 0 R >> >>' },
      '<< /S /JavaScript /JS (while \\(true\\) app.alert\\(1\\);) /Next << /S /Launch /F (/bin/sh) /Next 6 0 R >> >>',
    ),
  ),
  hostile('PDF: a million letters', 'too_large', () =>
    onePage({
      content: deflated(`BT /F1 1 Tf 1 TL 10 800 Td ${`(${'words '.repeat(170)}) Tj T*\n`.repeat(1_000)} ET`),
    }),
  ),
  hostile('PDF: 40,000 letters all over the page', ['reading', 'timeout'], () => {
    const random = new Random(5);
    return onePage({
      content: deflated(
        `BT /F1 6 Tf ${many(40_000, () => `1 0 0 1 ${random.below(595)} ${random.below(842)} Tm (${String.fromCharCode(97 + random.below(26))}) Tj\n`)} ET`,
      ),
    });
  }),
  hostile('PDF: 40,000 letters on one spot', ['reading', 'timeout'], () =>
    onePage({ content: deflated(`BT /F1 6 Tf ${'1 0 0 1 99 99 Tm (a) Tj\n'.repeat(40_000)} ET`) }),
  ),
  hostile('PDF: 3,000 words at as many angles', 'reading', () =>
    onePage({
      content: deflated(
        `BT /F1 6 Tf ${many(3_000, (index) => `${Math.cos(index).toFixed(4)} ${Math.sin(index).toFixed(4)} ${(-Math.sin(index)).toFixed(4)} ${Math.cos(index).toFixed(4)} ${index % 595} ${index % 842} Tm (word) Tj\n`)} ET`,
      ),
    }),
  ),
  hostile('PDF: 300 columns', 'reading', () =>
    onePage({
      content: deflated(
        `BT /F1 2 Tf ${many(60 * 300, (index) => `1 0 0 1 ${(index % 300) * 6} ${Math.floor(index / 300) * 12} Tm (ab) Tj\n`)} ET`,
      ),
      page: page().replace('595 842', '1900 842'),
    }),
  ),
  hostile('PDF: text that is not to be seen', 'reading', () => onePage({ content: stream(`3 Tr ${SHOWN}`) })),
];

function embeddedFont(file: string): Uint8Array {
  return onePage(
    {
      font: '<< /Type /Font /Subtype /TrueType /BaseFont /Bad /FirstChar 32 /LastChar 33 /Widths [500 500] /FontDescriptor 6 0 R >>',
    },
    '<< /Type /FontDescriptor /FontName /Bad /Flags 4 /FontBBox [0 0 1e30 -1e30] /ItalicAngle 0 /Ascent 1e30 /Descent -1e30 /CapHeight 0 /StemV 0 /FontFile2 7 0 R >>',
    file,
  );
}

function mapped(map: string): Uint8Array {
  return onePage(
    { font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>' },
    stream(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def ${map} endcmap end end`),
  );
}
