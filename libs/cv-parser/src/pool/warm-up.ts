import { strToU8, zipSync } from 'fflate';

import { parseDocument } from '../parse.js';

/** A CV of nobody that has something for every step: it loads what is loaded once, and compiles what is compiled once. */
const LINES = [
  'Warm Up',
  'warm.up@example.org | +44 20 7946 0018 | example.org/warm | London, United Kingdom',
  'SUMMARY',
  'Engineer with ten years of experience in systems that are ready before they are asked.',
  'EXPERIENCE',
  'Senior Engineer, Example Ltd, London | March 2019 - present',
  '- Led a team of five engineers and reduced the time of a start by 40%',
  'Software Developer, Sample GmbH, Berlin | 09/2014 - 02/2019',
  '- Built services in TypeScript and PostgreSQL',
  'EDUCATION',
  'BSc Computer Science, University of Example | 2010 - 2014',
  'SKILLS',
  'Languages: TypeScript, Python, SQL',
  'LANGUAGES',
  'English (native), German (C1), French (B2)',
];
/** Later rounds run code that the first has made the engine compile. */
const ROUNDS = 3;

/** Parses a small document of each kind that has a reader with something to load. */
export async function warmUp(): Promise<void> {
  const documents = [strToU8(LINES.join('\n')), pdf(), docx()];
  for (let round = 0; round < ROUNDS; round++) for (const bytes of documents) await parseDocument(bytes);
}

function pdf(): Uint8Array {
  const text = LINES.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join('\n');
  const content = `BT /F1 11 Tf 14 TL 72 760 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  // Without a table of offsets: PDFium finds the objects by itself.
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return strToU8(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`);
}

function docx(): Uint8Array {
  const body = LINES.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}
