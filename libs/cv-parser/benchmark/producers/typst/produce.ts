import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

import { ICONS, type Composition } from '../../presentation/composition.js';
import { fontFiles } from '../fonts.js';

/** Documents between two clearings of what Typst keeps for the next one. */
const CLEAN_EVERY = 20;

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Makes PDFs with Typst, in this process. */
export class TypstProducer {
  private readonly compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: fontFiles().map(({ path }) => path) }],
  });
  private readonly main = join(import.meta.dirname, 'main.typ');
  private made = 0;

  constructor() {
    this.compiler.addSource(this.main, readFileSync(join(import.meta.dirname, 'template.typ'), 'utf8'));
  }

  pdf(composition: Composition): Pdf {
    const items = composition.contact.items.map((item) => ({ ...item, code: ICONS[item.icon] }));
    const data = { ...composition, contact: { ...composition.contact, items } };
    this.compiler.mapShadow(join(dirname(this.main), 'cv.json'), Buffer.from(JSON.stringify(data)));
    return this.compile(this.main);
  }

  /** A document that is written in Typst itself. */
  pdfOf(source: string): Pdf {
    const file = join(dirname(this.main), 'source.typ');
    this.compiler.addSource(file, source);
    return this.compile(file);
  }

  private compile(mainFilePath: string): Pdf {
    const compiled = this.compiler.compile({ mainFilePath });
    const document = compiled.result;
    if (!document) {
      const error = compiled.takeDiagnostics();
      throw new Error(`Typst: ${JSON.stringify(error && this.compiler.fetchDiagnostics(error))}`);
    }
    // A fixed time of making, so that the same composition gives the same bytes.
    const bytes = this.compiler.pdf(document, { creationTimestamp: Date.UTC(2026, 2, 1) / 1000 });
    if (++this.made % CLEAN_EVERY === 0) this.compiler.evictCache(2);
    return { bytes, pages: document.numOfPages };
  }
}
