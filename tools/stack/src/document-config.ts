import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { configTable, envExample, type ConfigShape } from '@discover/config';
import { apiConfigShape } from '@discover/api/config';
import { jobsConfigShape } from '@discover/jobs/config';
import { migratorConfigShape } from '@discover/migrator/config';
import { parserConfigShape } from '@discover/parser/config';
import { renderConfigShape } from '@discover/render/config';

/**
 * Writes `.env.example` and `docs/configuration.md` from what the services declare; with `--check` it only says whether
 * they are up to date.
 */
const root = join(import.meta.dirname, '../../..');
const services: Record<string, ConfigShape> = {
  api: apiConfigShape,
  parser: parserConfigShape,
  render: renderConfigShape,
  jobs: jobsConfigShape,
  migrator: migratorConfigShape,
};

const page = `# Configuration

Every service reads its environment once, at its start, and refuses to start if something is missing or malformed: it
then names each variable and what is wrong. \`npm start\` sets what must be set. This page is generated from the
services' own declarations: \`npm run generate\`.

${configTable(services)}`;

const files = [
  { path: '.env.example', content: envExample(services) },
  { path: 'docs/configuration.md', content: page },
];

for (const { path, content } of files) {
  if (!process.argv.includes('--check')) await writeFile(join(root, path), content);
  else if ((await readFile(join(root, path), 'utf8').catch(() => '')) !== content) {
    console.error(`${path} is not up to date: run \`npm run generate\` and commit what it writes.`);
    process.exitCode = 1;
  }
}
