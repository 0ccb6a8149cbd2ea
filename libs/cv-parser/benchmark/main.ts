import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Maker } from './corpus/make.js';
import { planHalf, PRODUCERS } from './corpus/plan.js';

const folder = process.argv[2] ?? '.cache/benchmark/try';
const size = Number(process.argv[3] ?? 240);
const maker = new Maker(folder);
const specs = planHalf('tuning', size);
await maker.make(specs);
await maker.close();
const manifest = specs.map(({ id, producer, language, layout }) => ({
  id,
  file: `${id}.${PRODUCERS[producer].extension}`,
  format: PRODUCERS[producer].format,
  language,
  layout,
  made: producer,
  person: id,
}));
await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 1));
