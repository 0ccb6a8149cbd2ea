import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { renderCv, RenderError, templates } from '@discover/cv-render';

import { hardCvs } from './hard-cvs.js';
import { FLAVOURS, MissingProgram, VeraPdf, type Flavour, type Verdict } from './verapdf.js';

/** This file is tools/verapdf/{src,dist}/main.*: the checkout is three folders up. */
const cache = resolve(import.meta.dirname, '../../../.cache/verapdf');
const pdfs = join(cache, 'pdfs');

const startedAt = Date.now();
const tell = (line: string) => console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${line}`);

/** All templates × all hard CVs. */
async function makePdfs(): Promise<number> {
  rmSync(pdfs, { recursive: true, force: true });
  mkdirSync(pdfs, { recursive: true });
  let made = 0;
  for (const { id } of templates) {
    for (const { name, ...asked } of hardCvs()) {
      try {
        const { bytes } = await renderCv({ ...asked, template: id, format: 'pdf' });
        writeFileSync(join(pdfs, `${id} – ${name}.pdf`), bytes);
        made++;
      } catch (error) {
        // Only a document that cannot be as short as it is asked to be may be refused.
        if (!(error instanceof RenderError) || error.code !== 'cannot_fit') throw error;
        tell(`«${id}» refuses «${name}»: ${error.message}`);
      }
    }
  }
  return made;
}

function report(flavour: Flavour, verdicts: readonly Verdict[]): number {
  const failed = verdicts.filter(({ compliant }) => !compliant);
  for (const { file, faults } of failed) {
    console.log(`\n${basename(file)} is no ${FLAVOURS[flavour]}:`);
    for (const fault of faults) console.log(`  ${fault}`);
  }
  tell(`${FLAVOURS[flavour]}: ${verdicts.length - failed.length} of ${verdicts.length} documents conform.`);
  return failed.length;
}

async function main(): Promise<void> {
  const validator = VeraPdf.open(cache, tell);
  const made = await makePdfs();
  tell(`${made} documents by ${templates.length} templates: ${pdfs}`);
  let failed = 0;
  for (const flavour of Object.keys(FLAVOURS) as Flavour[]) {
    const verdicts = await validator.check(pdfs, flavour);
    if (verdicts.length !== made) throw new Error(`veraPDF told of ${verdicts.length} documents, not of ${made}.`);
    failed += report(flavour, verdicts);
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof MissingProgram ? `\n${error.message}\n` : error);
  process.exitCode = error instanceof MissingProgram ? 2 : 1;
});
