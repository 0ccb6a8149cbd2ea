import { inflateSync } from 'node:zlib';

import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What a reader of the PDF sees, white space collapsed. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const texts = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return texts.join(' ').replace(/\s+/g, ' ');
  } finally {
    library.destroy();
  }
}

/** Everything in the file, unpacked: text, metadata, links and what is attached. */
export function pdfContents(bytes: Buffer): string {
  const parts = [bytes.toString('latin1')];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    try {
      const start = at + 'stream\n'.length;
      parts.push(inflateSync(bytes.subarray(start, bytes.indexOf('endstream', start))).toString());
    } catch {
      // Not packed: it stands in the first part as it is.
    }
  }
  return parts.join('\n');
}
