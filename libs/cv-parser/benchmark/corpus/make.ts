import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Resume } from '@discover/cv-model';

import { inventPerson } from '../people/invent.js';
import { Random } from '../people/random.js';
import { compose } from '../presentation/compose.js';
import type { Composition } from '../presentation/composition.js';
import { ChromiumProducer } from '../producers/chromium.js';
import { docx } from '../producers/docx/write.js';
import { htmlPage } from '../producers/html/page.js';
import { convert, findProgram, type Program } from '../producers/programs.js';
import { scan, toJpeg, toPdf, toPng } from '../producers/scan.js';
import { markdown, plainText } from '../producers/text.js';
import { TypstProducer } from '../producers/typst/produce.js';
import { PRODUCERS, programsOf, type DocumentSpec } from './plan.js';

interface Written {
  readonly composition: Composition;
  readonly truth: Resume;
}

/** The composition of a document, and the truth about it. `attempt` gives another person to the same document. */
export function composeDocument({ seed, half, language, layout, producer }: DocumentSpec, attempt = 0): Written {
  const own = (seed + attempt * 10_000_000) * 3;
  const person = inventPerson(new Random(own, half), language);
  return compose(person, layout, PRODUCERS[producer], new Random(own + 1, half));
}

/** People whose document does not fit on the one page of a picture are passed over. */
const MAX_ATTEMPTS = 30;

/** Writes documents and their truth into a folder. */
export class Maker {
  private readonly typst = new TypstProducer();
  private readonly chromium = new ChromiumProducer();
  private readonly work: string;
  /** Documents of the word processor that wait for their conversion, by the format they are to have. */
  private readonly waiting = { pdf: [] as string[], odt: [] as string[], rtf: [] as string[] };

  constructor(private readonly folder: string) {
    this.work = join(folder, '.work');
  }

  /** Makes what can be made here; returns it, and the programs that were missing for the rest. */
  async make(
    specs: readonly DocumentSpec[],
    progress: (made: number) => void = () => undefined,
  ): Promise<{ made: DocumentSpec[]; missing: Set<Program> }> {
    await mkdir(this.work, { recursive: true });
    const missing = new Set(
      specs.flatMap(({ producer }) => programsOf(producer)).filter((program) => findProgram(program) === undefined),
    );
    const made = specs.filter(({ producer }) => !programsOf(producer).some((program) => missing.has(program)));
    try {
      for (const [index, spec] of made.entries()) {
        const truth = await this.makeOne(spec);
        await writeFile(join(this.folder, `${spec.id}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
        progress(index + 1);
      }
      for (const format of ['pdf', 'odt', 'rtf'] as const) await this.convertWaiting(format);
    } finally {
      await this.chromium.close();
      await rm(this.work, { recursive: true, force: true });
    }
    return { made, missing };
  }

  private async makeOne(spec: DocumentSpec): Promise<Resume> {
    const path = join(this.folder, `${spec.id}.${PRODUCERS[spec.producer].extension}`);
    const random = new Random(spec.seed * 3 + 2, spec.half);
    if (spec.producer.startsWith('scan')) return this.makeScan(spec, path, random);
    const { composition, truth } = composeDocument(spec);
    const bytes = await this.produce(spec, composition, random);
    if (bytes !== undefined) await writeFile(path, bytes);
    return truth;
  }

  /** Undefined: waits for its conversion. */
  private async produce(
    spec: DocumentSpec,
    composition: Composition,
    random: Random,
  ): Promise<Uint8Array | string | undefined> {
    switch (spec.producer) {
      case 'typst':
        return this.typst.pdf(composition).bytes;
      case 'chromium':
        return this.chromium.pdf(htmlPage(composition, random), composition, join(this.work, `${spec.id}.html`));
      case 'html':
        return htmlPage(composition, random, { fonts: false });
      case 'markdown':
        return markdown(composition, random);
      case 'text':
        return plainText(composition, random);
      case 'docx':
        return docx(composition, random);
      case 'libreoffice-pdf':
      case 'odt':
      case 'rtf': {
        const file = join(this.work, `${spec.id}.docx`);
        await writeFile(file, await docx(composition, random));
        this.waiting[spec.producer === 'libreoffice-pdf' ? 'pdf' : spec.producer].push(file);
        return undefined;
      }
      case 'scan-png':
      case 'scan-jpeg':
      case 'scan-pdf':
        throw new Error('A scan is made of another document.');
    }
  }

  private async makeScan(spec: DocumentSpec, path: string, random: Random): Promise<Resume> {
    const most = spec.producer === 'scan-pdf' ? 2 : 1;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const { composition, truth } = composeDocument(spec, attempt);
      const pdf = this.typst.pdf(composition);
      if (pdf.pages > most) continue;
      const source = join(this.work, `${spec.id}.pdf`);
      await writeFile(source, pdf.bytes);
      const { pages, resolution } = await scan(source, this.work, random);
      const quality = random.integer(35, 85);
      await writeFile(
        path,
        spec.producer === 'scan-png'
          ? toPng(pages[0]!)
          : spec.producer === 'scan-jpeg'
            ? toJpeg(pages[0]!, quality)
            : toPdf(pages, resolution, quality),
      );
      return truth;
    }
    throw new Error(`${spec.id}: nobody's CV fits on ${most} page.`);
  }

  private async convertWaiting(format: 'pdf' | 'odt' | 'rtf'): Promise<void> {
    const files = this.waiting[format].splice(0);
    const out = join(this.work, format);
    await convert(files, format, out, join(this.work, 'office'));
    for (const file of files) {
      const name = `${file.slice(this.work.length + 1, -'.docx'.length)}.${format}`;
      await rename(join(out, name), join(this.folder, name));
    }
  }
}
