import { document } from './support.js';

const TEXT = [
  'Oriane Delamotte',
  'o.delamotte@courriel.example.fr | +33 6 12 34 56 78',
  'Compétences',
  'Comptabilité générale, consolidation des comptes, fiscalité des entreprises, contrôle de gestion',
  'Langues',
  'Français (langue maternelle), anglais (courant), italien (notions)',
];
const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const BLANK =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\u00ff\nendstream';
const DRAW_SCAN = 'q 595 0 0 842 0 0 cm /Scan Do Q';

/** A page whose picture is blank and whose text is there but not painted, as scanners' software makes it. */
export function layeredScan(): Uint8Array {
  return pdf([{ content: `${DRAW_SCAN} ${text(3)}`, image: BLANK }]);
}

/** A page of text, and one that is a picture of text. */
export function mixed(): Uint8Array {
  const scan = Buffer.from(document('fr-scan.pdf')).toString('latin1');
  const [image] = /<<[^>]*\/Subtype \/Image.*?\nendstream/s.exec(scan)!;
  return pdf([
    { content: text(0), image: BLANK },
    { content: DRAW_SCAN, image },
  ]);
}

function text(mode: number): string {
  const lines = TEXT.map((line) => `(${line.replace(/[()]/g, '\\$&')}) Tj 0 -24 Td`);
  return `BT /F 12 Tf ${mode} Tr 60 780 Td ${lines.join(' ')} ET`;
}

interface Page {
  content: string;
  image: string;
}

/** Without a table of references: readers find the objects by themselves. */
function pdf(pages: readonly Page[]): Uint8Array {
  const kids = pages.map((_page, index) => `${10 + 10 * index} 0 R`).join(' ');
  const objects = pages.flatMap(({ content, image }, index) => {
    const first = 10 + 10 * index;
    return [
      `${first} 0 obj << ${PAGE} /Contents ${first + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /Scan ${first + 2} 0 R >> >> >> endobj`,
      `${first + 1} 0 obj << /Length ${content.length} >>\nstream\n${content}\nendstream endobj`,
      `${first + 2} 0 obj ${image} endobj`,
    ];
  });
  const file = [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    `2 0 obj << /Type /Pages /Kids [${kids}] /Count ${pages.length} >> endobj`,
    `3 0 obj ${FONT} endobj`,
    ...objects,
    'trailer << /Root 1 0 R >>',
    '%%EOF',
  ].join('\n');
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}
