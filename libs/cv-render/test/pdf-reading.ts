import { inflateSync } from 'node:zlib';

import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The text of each page in the order in which the file holds it, white space collapsed and break marks dropped. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const texts = [...document.pages()].map((page) =>
      page
        .getText()
        .replace(/\u200B/g, '')
        .replace(/\s+/g, ' '),
    );
    document.destroy();
    return texts;
  } finally {
    library.destroy();
  }
}

export async function pdfText(bytes: Uint8Array): Promise<string> {
  return (await pageTexts(bytes)).join(' ');
}

/** The contents of the one attached file. */
export function attachment(bytes: Uint8Array): Buffer {
  const pdf = Buffer.from(bytes);
  const object = pdf.indexOf('/Type /EmbeddedFile');
  const start = pdf.indexOf('stream\n', object) + 'stream\n'.length;
  return inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start)));
}

/** Numbers of the objects that the cross-reference table points past: none in a sound file. */
export function brokenReferences(bytes: Uint8Array): number[] {
  const pdf = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)/.exec(pdf)?.[1]);
  const table = /^xref\n0 \d+\n((?:\d{10} \d{5} [nf]\s*\n)+)/.exec(pdf.slice(start));
  if (!table) return [-1];
  const entries = table[1]!.trim().split('\n');
  return entries.flatMap((entry, number) => {
    const sound = entry.includes('f') || pdf.startsWith(`${number} 0 obj`, Number(entry.slice(0, 10)));
    return sound ? [] : [number];
  });
}
