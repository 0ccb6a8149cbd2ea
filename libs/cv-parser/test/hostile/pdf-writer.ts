import { deflateSync } from 'node:zlib';

import { latin1 } from './case.js';

export const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
export const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
/** Content that shows the name of the person whom the readings are checked for. */
export const SHOWN = 'BT /F1 12 Tf 72 700 Td (Rosalind Quay) Tj 0 -20 Td (rosalind.quay@example.org) Tj ET';

export function page(more = '', resources = '/Font << /F1 5 0 R >>'): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> ${more} >>`;
}

/** A stream object; `length` is what it says of its own length. */
export function stream(content: string, entries = '', length: number | string = content.length): string {
  return `<< /Length ${length} ${entries} >>\nstream\n${content}\nendstream`;
}

export function deflated(content: string | Uint8Array, entries = ''): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return stream(deflateSync(bytes, { level: 1 }).toString('latin1'), `/Filter /FlateDecode ${entries}`);
}

export interface PdfParts {
  /** Bodies of the objects 1, 2, 3 … */
  objects: readonly string[];
  /** Entries of the trailer besides `/Size`. */
  trailer?: string;
  /** In place of the table of offsets and what follows it. */
  ending?: (body: string, offsets: readonly number[]) => string;
}

/** Objects with a right table of offsets. */
export function pdf({ objects, trailer = '/Root 1 0 R', ending }: PdfParts): Uint8Array {
  const parts = ['%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, index) => {
    const text = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    length += text.length;
    parts.push(text);
  });
  const body = parts.join('');
  if (ending) return latin1(body + ending(body, offsets));
  return latin1(
    body + table(offsets) + `trailer\n<< /Size ${offsets.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
}

export function table(offsets: readonly number[]): string {
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`;
}

/** One page that shows what everybody can read, with other objects in the place of some of its own, and more behind them. */
export function onePage(
  change: Partial<Record<'catalog' | 'pages' | 'page' | 'content' | 'font', string>> = {},
  ...more: string[]
): Uint8Array {
  const { catalog = CATALOG, pages = PAGES, page: sheet = page(), content = stream(SHOWN), font = HELVETICA } = change;
  return pdf({ objects: [catalog, pages, sheet, content, font, ...more] });
}
