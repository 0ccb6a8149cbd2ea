import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Resume } from '@discover/cv-model';

import { inventPerson } from '../people/invent.js';
import { Random } from '../people/random.js';
import { compose } from '../presentation/compose.js';
import type { Composition } from '../presentation/composition.js';
import { ChromiumProducer } from '../producers/chromium.js';
import { htmlPage } from '../producers/html/page.js';
import { markdown, plainText } from '../producers/text.js';
import { TypstProducer } from '../producers/typst/produce.js';
import { PRODUCERS, type DocumentSpec } from './plan.js';

/** The composition of a document, and the truth about it. */
export function composeDocument({ seed, half, language, layout, producer }: DocumentSpec): {
  composition: Composition;
  truth: Resume;
} {
  const person = inventPerson(new Random(seed * 3, half), language);
  return compose(person, layout, PRODUCERS[producer], new Random(seed * 3 + 1, half));
}

/** Writes documents and their truth into a folder. */
export class Maker {
  private readonly typst = new TypstProducer();
  private readonly chromium = new ChromiumProducer();

  constructor(private readonly folder: string) {}

  async make(specs: readonly DocumentSpec[]): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const spec of specs) {
      const { composition, truth } = composeDocument(spec);
      const random = new Random(spec.seed * 3 + 2, spec.half);
      const bytes = await this.produce(spec, composition, random);
      await writeFile(join(this.folder, `${spec.id}.${PRODUCERS[spec.producer].extension}`), bytes);
      await writeFile(join(this.folder, `${spec.id}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
    }
  }

  private async produce(spec: DocumentSpec, composition: Composition, random: Random): Promise<Uint8Array | string> {
    switch (spec.producer) {
      case 'typst':
        return this.typst.pdf(composition);
      case 'chromium':
        return this.chromium.pdf(htmlPage(composition, random), composition, join(this.folder, `${spec.id}.tmp.html`));
      case 'html':
        return htmlPage(composition, random, { fonts: false });
      case 'markdown':
        return markdown(composition, random);
      case 'text':
        return plainText(composition, random);
    }
  }

  async close(): Promise<void> {
    await this.chromium.close();
  }
}
