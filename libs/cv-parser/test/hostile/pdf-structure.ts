import { hostile, latin1, type HostileCase } from './case.js';
import { CATALOG, deflated, HELVETICA, onePage, page, PAGES, pdf, SHOWN, stream, table } from './pdf-writer.js';

const MB = 1024 * 1024;

/** Page trees, tables of offsets and object streams that lie, loop, or are far larger than they look. */
export const PDF_STRUCTURE: readonly HostileCase[] = [
  hostile('PDF: page tree that is its own kid', ['corrupt_document', 'empty_document'], () =>
    onePage({ pages: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' }),
  ),
  hostile(
    'PDF: two page trees that are each other’s kids',
    ['corrupt_document', 'empty_document', 'too_many_pages'],
    () =>
      onePage(
        { pages: '<< /Type /Pages /Kids [6 0 R] /Count 2 >>' },
        '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>',
      ),
  ),
  hostile('PDF: page that is its own parent', 'reading', () =>
    onePage({ page: page().replace('/Parent 2 0 R', '/Parent 3 0 R') }),
  ),
  hostile('PDF: page tree 10,000 deep', ['reading', 'corrupt_document'], () =>
    onePage(
      { pages: '<< /Type /Pages /Kids [6 0 R] /Count 1 >>' },
      ...Array.from({ length: 10_000 }, (_, index) => {
        const kid = index === 9_999 ? 3 : index + 7;
        return `<< /Type /Pages /Parent ${index === 0 ? 2 : index + 5} 0 R /Kids [${kid} 0 R] /Count 1 >>`;
      }),
    ),
  ),
  hostile('PDF: one page that is said to be a million', ['too_many_pages', 'reading'], () =>
    onePage({ pages: '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>' }),
  ),
  hostile('PDF: fewer than no pages', ['reading', 'corrupt_document'], () =>
    onePage({ pages: '<< /Type /Pages /Kids [3 0 R] /Count -5 >>' }),
  ),
  hostile('PDF: 5,000 pages', 'too_many_pages', () =>
    pdf({
      objects: [
        CATALOG,
        `<< /Type /Pages /Kids [${Array.from({ length: 5_000 }, (_, index) => `${index + 5} 0 R`).join(' ')}] /Count 5000 >>`,
        HELVETICA,
        stream(SHOWN),
        ...Array.from({ length: 5_000 }, () => page('', '/Font << /F1 3 0 R >>')),
      ],
    }),
  ),
  hostile('PDF: the same page 5,000 times', ['too_many_pages', 'reading'], () =>
    onePage({ pages: `<< /Type /Pages /Kids [${'3 0 R '.repeat(5_000)}] /Count 5000 >>` }),
  ),
  hostile('PDF: kids that are numbers, names and nothing', ['corrupt_document', 'empty_document'], () =>
    onePage({ pages: '<< /Type /Pages /Kids [1 /A (b) null 99 0 R] /Count 5 >>' }),
  ),
  hostile('PDF: no catalogue', 'corrupt_document', () => pdf({ objects: ['<< >>'], trailer: '' })),
  hostile('PDF: catalogue that is a page', ['corrupt_document', 'reading'], () => onePage({ catalog: page() })),
  hostile('PDF: object that is a reference to itself', ['corrupt_document', 'empty_document'], () =>
    onePage({ page: '3 0 R' }),
  ),
  hostile('PDF: table of offsets that goes on with itself', ['reading', 'corrupt_document'], () =>
    chained((body) => body.length),
  ),
  hostile('PDF: table of offsets that goes on before the file', ['reading', 'corrupt_document'], () =>
    chained(() => -1),
  ),
  hostile('PDF: offsets that all lead to the start', ['reading', 'corrupt_document'], () =>
    withEnding((body, offsets) => ending(table(offsets.map(() => 0)), body.length, offsets.length)),
  ),
  hostile('PDF: offsets beyond the end', ['reading', 'corrupt_document'], () =>
    withEnding((body, offsets) => ending(table(offsets.map(() => 9_999_999_999)), body.length, offsets.length)),
  ),
  hostile('PDF: table of offsets of two billion rows', ['reading', 'corrupt_document'], () =>
    withEnding((body) => ending('xref\n0 2147483647\n0000000000 65535 f \n', body.length, 5)),
  ),
  hostile('PDF: no table of offsets', 'reading', () => withEnding(() => 'trailer << /Root 1 0 R >>\n%%EOF')),
  hostile('PDF: stream of offsets with fields of 8 EB', ['reading', 'corrupt_document'], () =>
    offsetStream('/W [8 8 8]'),
  ),
  hostile('PDF: stream of offsets with negative fields', ['reading', 'corrupt_document'], () =>
    offsetStream('/W [-1 2147483647 1]'),
  ),
  hostile('PDF: stream of offsets with absurd ranges', ['reading', 'corrupt_document'], () =>
    offsetStream('/W [1 2 1] /Index [0 2147483647 -5 99]'),
  ),
  hostile('PDF: object stream with two billion objects', ['reading', 'corrupt_document', 'empty_document'], () =>
    objectStream('/N 2147483647 /First 10'),
  ),
  hostile('PDF: object stream that begins before itself', ['reading', 'corrupt_document', 'empty_document'], () =>
    objectStream('/N 1 /First -2147483648'),
  ),
  hostile('PDF: object stream that holds itself', ['reading', 'corrupt_document', 'empty_document'], () =>
    objectStream('/N 1 /First 4 /Extends 6 0 R'),
  ),
  hostile('PDF: content whose length is its own', ['reading', 'empty_document', 'corrupt_document'], () =>
    onePage({ content: stream(SHOWN, '', '4 0 R') }),
  ),
  hostile('PDF: content longer than the file', ['reading', 'empty_document', 'corrupt_document'], () =>
    onePage({ content: stream(SHOWN, '', 2_147_483_647) }),
  ),
  hostile('PDF: content of negative length', ['reading', 'empty_document', 'corrupt_document'], () =>
    onePage({ content: stream(SHOWN, '', -1) }),
  ),
  hostile('PDF: arrays 100,000 deep', ['reading', 'corrupt_document'], () =>
    onePage({ page: page(`/Deep ${'['.repeat(100_000)}${']'.repeat(100_000)}`) }),
  ),
  hostile('PDF: dictionaries 50,000 deep', ['reading', 'corrupt_document'], () =>
    onePage({ catalog: `<< /Type /Catalog /Pages 2 0 R /Deep ${'<</A '.repeat(50_000)}0${'>>'.repeat(50_000)} >>` }),
  ),
  hostile('PDF: a name of a megabyte', ['reading', 'corrupt_document'], () =>
    onePage({ page: page(`/${'N'.repeat(MB)} 1`) }),
  ),
  hostile('PDF: parentheses without end', ['reading', 'corrupt_document'], () =>
    onePage({ page: page(`/A ${'('.repeat(200_000)}`) }),
  ),
  hostile('PDF: outline that is its own next', 'reading', () =>
    onePage(
      { catalog: '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>' },
      '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>',
      '<< /Title (Loop) /Parent 6 0 R /Next 7 0 R /Prev 7 0 R /First 6 0 R >>',
    ),
  ),
  hostile('PDF: tree of attachments that is its own kid', 'reading', () =>
    onePage(
      { catalog: '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>' },
      '<< /Kids [6 0 R 6 0 R] /Limits [(a) (z)] >>',
    ),
  ),
  hostile('PDF: 20,000 attachments', 'reading', () =>
    onePage(
      { catalog: '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>' },
      `<< /Names [${Array.from({ length: 20_000 }, (_, index) => `(f${String(index).padStart(5, '0')}) 7 0 R`).join(' ')}] >>`,
      '<< /Type /Filespec /F (x.txt) /UF (x.txt) /EF << /F 8 0 R >> >>',
      stream('x', '/Type /EmbeddedFile'),
    ),
  ),
  hostile('PDF: header behind 1,000 bytes of something else', 'reading', () =>
    latin1('x'.repeat(1_000) + Buffer.from(onePage()).toString('latin1')),
  ),
  hostile('PDF: only its header and its end', 'corrupt_document', () => latin1('%PDF-1.7\n%%EOF\n')),
  hostile('PDF: two in one file', 'reading', () =>
    latin1(Buffer.from(onePage()).toString('latin1') + Buffer.from(onePage()).toString('latin1')),
  ),
  hostile('PDF: 500 times amended', 'reading', () => {
    const original = Buffer.from(onePage()).toString('latin1');
    return latin1(
      original + `4 0 obj\n${stream(SHOWN)}\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n`.repeat(500),
    );
  }),
  hostile('PDF: protected in a way that nobody knows', 'encrypted_document', () =>
    pdf({
      objects: [CATALOG, PAGES, page(), stream(SHOWN), HELVETICA, '<< /Filter /Nobody.Knows /V 9 /R 99 /P -1 >>'],
      trailer: '/Root 1 0 R /Encrypt 6 0 R /ID [<00> <00>]',
    }),
  ),
  hostile('PDF: protected with keys of absurd length', ['encrypted_document', 'corrupt_document'], () =>
    pdf({
      objects: [
        CATALOG,
        PAGES,
        page(),
        stream(SHOWN),
        HELVETICA,
        `<< /Filter /Standard /V 5 /R 6 /Length 2147483647 /O <${'00'.repeat(48)}> /U <${'00'.repeat(48)}> /OE <> /UE <> /Perms <> /P -1 >>`,
      ],
      trailer: '/Root 1 0 R /Encrypt 6 0 R /ID [<00> <00>]',
    }),
  ),
  ...[
    'resume.json cut off',
    'resume.json that is a list',
    'resume.json nested without end',
    'resume.json of nothing',
  ].map((name, index) =>
    hostile(`PDF: ${name}`, ['reading', 'corrupt_document', 'unsupported_media_type'], () =>
      attached(['{"basics": {"na', '[1, 2]', `{"basics":${'['.repeat(100_000)}`, ''][index]!),
    ),
  ),
  hostile('PDF: resume.json that inflates to 100 MB', ['reading', 'corrupt_document', 'too_large'], () =>
    attached(null, deflated(Buffer.alloc(100 * MB, 0x20), '/Type /EmbeddedFile')),
  ),
];

function attached(content: string | null, file = stream(content ?? '', '/Type /EmbeddedFile')): Uint8Array {
  return onePage(
    { catalog: '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(resume.json) 6 0 R] >> >> >>' },
    '<< /Type /Filespec /F (resume.json) /UF (resume.json) /EF << /F 7 0 R >> >>',
    file,
  );
}

function withEnding(make: (body: string, offsets: readonly number[]) => string): Uint8Array {
  return pdf({ objects: [CATALOG, PAGES, page(), stream(SHOWN), HELVETICA], ending: make });
}

function ending(rows: string, at: number, objects: number, more = ''): string {
  return `${rows}trailer\n<< /Size ${objects + 1} /Root 1 0 R ${more} >>\nstartxref\n${at}\n%%EOF\n`;
}

function chained(previous: (body: string) => number): Uint8Array {
  return withEnding((body, offsets) => ending(table(offsets), body.length, offsets.length, `/Prev ${previous(body)}`));
}

function offsetStream(fields: string): Uint8Array {
  return withEnding(
    (body) =>
      `6 0 obj\n${stream('\u0001\u0000\u0010\u0000'.repeat(6), `/Type /XRef /Size 2147483647 /Root 1 0 R ${fields}`)}\nendobj\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

/** Its font stands in an object stream that lies about itself. */
function objectStream(entries: string): Uint8Array {
  return withEnding((body, offsets) => {
    const holder = `6 0 obj\n${stream('5 0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', `/Type /ObjStm ${entries}`)}\nendobj\n`;
    const at = [...offsets.map((offset) => [1, offset]), [1, body.length], [1, body.length + holder.length]];
    at[4] = [2, 6];
    const rows = [[0, 0], ...at].map(([kind, offset]) =>
      String.fromCharCode(kind!, (offset! >> 16) & 255, (offset! >> 8) & 255, offset! & 255, 0),
    );
    const index = stream(rows.join(''), `/Type /XRef /Size ${rows.length} /W [1 3 1] /Root 1 0 R`);
    return `${holder}7 0 obj\n${index}\nendobj\nstartxref\n${body.length + holder.length}\n%%EOF\n`;
  });
}
