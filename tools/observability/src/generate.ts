import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ALERTS } from './alerts/index.js';
import { dashboardJson, DASHBOARDS } from './dashboards/index.js';
import { RECORDINGS } from './recording/recording.js';
import { ruleTestFile } from './rule-tests.js';
import { alertFile, recordingFile } from './rules.js';

/** Writes rules, their tests and dashboards; with `--check` it only says whether they are up to date. */
const root = join(import.meta.dirname, '../../..');
const check = process.argv.includes('--check');

const folders: Record<string, Record<string, string>> = {
  'charts/discover/rules/alerts': byName(ALERTS, 'yaml', alertFile),
  'charts/discover/rules/recording': Object.fromEntries(
    Object.keys(RECORDINGS).map((name) => [`${name}.yaml`, recordingFile(name)]),
  ),
  'charts/discover/dashboards': byName(DASHBOARDS, 'json', dashboardJson),
  'tools/observability/rule-tests': byName(ALERTS, 'yaml', ruleTestFile),
};

function byName<T extends { name: string }>(
  items: readonly T[],
  ending: string,
  write: (item: T) => string,
): Record<string, string> {
  return Object.fromEntries(items.map((item) => [`${item.name}.${ending}`, write(item)]));
}

for (const [folder, files] of Object.entries(folders)) {
  mkdirSync(join(root, folder), { recursive: true });
  const present = readdirSync(join(root, folder));
  for (const name of present.filter((file) => !(file in files))) {
    if (check) stale(`${folder}/${name}`);
    else rmSync(join(root, folder, name));
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, folder, name);
    if (!check) writeFileSync(path, content);
    else if (!present.includes(name) || readFileSync(path, 'utf8') !== content) stale(`${folder}/${name}`);
  }
}

function stale(path: string): void {
  console.error(`${path} is not up to date: run \`npm run generate\` and commit what it writes.`);
  process.exitCode = 1;
}
