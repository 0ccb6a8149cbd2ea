import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Pixels of a page: red, green, blue and alpha, a byte each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The first page of a PDF as a viewer shows it, `width` pixels across. */
export async function firstPage(pdf: Uint8Array, width: number): Promise<Pixels> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const page = document.getPage(0);
    const scale = width / page.getOriginalSize().originalWidth;
    const { data, ...size } = await page.render({ scale, render: 'bitmap', colorSpace: 'BGRA' });
    document.destroy();
    return { width: size.width, height: size.height, data };
  } finally {
    library.destroy();
  }
}
