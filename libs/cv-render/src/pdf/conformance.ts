/**
 * Typst's Node compiler takes one PDF standard, so it can export PDF/A-3a or PDF/UA-1. Both ask for the same structure
 * (a tagged document with language and reading order); what PDF/UA-1 has besides stands in the metadata. This adds it to
 * a file exported as PDF/A-3a: the property `pdfuaid:part` (ISO 14289-1, 5), its description in the extension schema
 * that PDF/A demands for properties it does not know (ISO 19005-3, 6.6.2.3), and the wish that viewers show the title
 * in place of the file's name (ISO 14289-1, 7.1). And lists that we set as terms (parts/lists.typ) say that they have bullets.
 */
const PROPERTY = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';

const DESCRIPTION =
  '<rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

/** Of equal length, so that nothing moves. */
const [UNNUMBERED, BULLETED] = ['/ListNumbering /None', '/ListNumbering /Disc'];

/** A change of the file: `text` in place of the `length` bytes at `at`. */
interface Change {
  at: number;
  length: number;
  text: string;
}

/** @throws Error if the file is not laid out as Typst 0.14 writes it: uncompressed metadata, one classic xref table */
export function declareUniversalAccessibility(pdf: Buffer): Buffer {
  const table = pdf.lastIndexOf('\nxref') + 1;
  const type = pdf.lastIndexOf('/Type /Metadata', table);
  const length = numberAfter(pdf, '/Length ', pdf.lastIndexOf(' obj', type));
  const changes: Change[] = [
    { at: length.at, length: length.digits, text: String(length.value + DESCRIPTION.length + PROPERTY.length) },
    { at: endOf(pdf, '<pdfaExtension:schemas><rdf:Bag>', type), length: 0, text: DESCRIPTION },
    { at: endOf(pdf, '<pdfaid:part>', type) - '<pdfaid:part>'.length, length: 0, text: PROPERTY },
    { at: endOf(pdf, '/ViewerPreferences <<', type), length: 0, text: '\n    /DisplayDocTitle true' },
  ];
  const pieces: Buffer[] = [];
  let position = 0;
  for (const change of changes) {
    pieces.push(pdf.subarray(position, change.at), Buffer.from(change.text, 'latin1'));
    position = change.at + change.length;
  }
  nameBullets(pdf);
  const offsets = moveOffsets(pdf.toString('latin1', table), changes);
  return Buffer.concat([...pieces, pdf.subarray(position, table), Buffer.from(offsets, 'latin1')]);
}

function nameBullets(pdf: Buffer): void {
  for (let at = pdf.indexOf(UNNUMBERED); at >= 0; at = pdf.indexOf(UNNUMBERED, at)) pdf.write(BULLETED, at, 'latin1');
}

function endOf(pdf: Buffer, text: string, from: number): number {
  const position = pdf.indexOf(text, from);
  if (from < 0 || position < 0) throw new Error(`The PDF has no «${text}» where Typst writes it.`);
  return position + text.length;
}

function numberAfter(pdf: Buffer, key: string, from: number): { at: number; digits: number; value: number } {
  const at = endOf(pdf, key, from);
  const [digits] = /^\d+/.exec(pdf.toString('latin1', at, at + 12)) ?? [];
  if (digits === undefined) throw new Error(`The PDF has no number after «${key}».`);
  return { at, digits: digits.length, value: Number(digits) };
}

/** The cross-reference table and trailer, with every offset moved by what was added in front of it. */
function moveOffsets(table: string, changes: readonly Change[]): string {
  const moved = (offset: number): number =>
    changes.reduce((sum, change) => (change.at < offset ? sum + change.text.length - change.length : sum), offset);
  return table
    .replace(
      /^(\d{10}) (\d{5}) n/gm,
      (_, offset: string, generation: string) => `${String(moved(Number(offset))).padStart(10, '0')} ${generation} n`,
    )
    .replace(/startxref\s+(\d+)/, (_, offset: string) => `startxref\n${moved(Number(offset))}`);
}
