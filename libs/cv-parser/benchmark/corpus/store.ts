import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Half } from '../people/random.js';
import { PROGRAMS } from '../producers/programs.js';
import { openCorpus, type Corpus } from './corpus.js';
import { Maker } from './make.js';
import { planHalf, PRODUCERS, type DocumentSpec } from './plan.js';

/** Folders of this module whose code and words decide what the documents are. */
const GENERATOR = ['people', 'presentation', 'producers', 'corpus'];
const own = join(import.meta.dirname, '..');

/** Names the corpus that this code makes: a change of the generator gives another one. */
export async function corpusVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of GENERATOR) {
    const files = await readdir(join(own, folder), { recursive: true });
    for (const file of files.filter((name) => /\.(js|typ)$/.test(name)).sort())
      hash.update(await readFile(join(own, folder, file)));
  }
  return hash.digest('hex').slice(0, 10);
}

/** A half of the corpus, made if it is not there yet. Tells on the way what it does, and what it must leave out. */
export async function halfOfCorpus(half: Half, cache: string, tell: (line: string) => void): Promise<Corpus> {
  const folder = join(cache, await corpusVersion(), half);
  if (!existsSync(join(folder, 'manifest.json'))) {
    tell(`Making the ${half} half of the corpus in ${folder} (some minutes, once) …`);
    await makeFolder(planHalf(half), folder, tell);
  }
  const corpus = await openCorpus(half, folder);
  const left = planHalf(half).length - corpus.documents.length;
  if (left > 0)
    tell(
      `⚠ ${left} documents of the ${half} half are missing, as programs were when it was made: delete ${folder} to make it again.`,
    );
  return corpus;
}

/** Makes documents in a folder, with a manifest; the folder is there as a whole or not at all. */
export async function makeFolder(
  specs: readonly DocumentSpec[],
  folder: string,
  tell: (line: string) => void,
): Promise<void> {
  const building = `${folder}.building`;
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  const { made, missing } = await new Maker(building).make(specs, (count) => {
    if (count % 50 === 0) tell(`  ${count} of ${specs.length} documents`);
  });
  for (const program of missing) {
    const { name, package: debian } = PROGRAMS[program];
    const without = specs.filter(({ producer }) =>
      (PRODUCERS[producer].needs as readonly string[]).includes(program),
    ).length;
    tell(`⚠ ${name} is not installed (Debian: ${debian}): ${without} documents are left out.`);
  }
  const manifest = made.map(({ id, producer, language, layout }) => ({
    id,
    file: `${id}.${PRODUCERS[producer].extension}`,
    format: PRODUCERS[producer].format,
    language,
    layout,
    made: producer,
    person: id,
  }));
  await writeFile(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  await rm(folder, { recursive: true, force: true });
  await rename(building, folder);
}
