// `npm run test:hostile -- [rounds] [seed]`: the hostile documents of the parser, and as many rounds of documents damaged at
// random as asked for (30 unless told: some 2,500 documents). The seed is told, so that a failure can be had again.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [rounds = '30', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`${rounds} rounds of damage from seed ${seed} on`);
const jest = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
const { status } = spawnSync(
  process.execPath,
  [...jest, '--selectProjects', 'unit', '--testPathPatterns', 'cv-parser/test/hostile/hostile'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, HOSTILE_ROUNDS: rounds, HOSTILE_SEED: seed } },
);
process.exitCode = status ?? 1;
