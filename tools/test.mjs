// `npm test`: everything that must hold, in one command. Each step is counted as its own tests are, or as one. The last
// line says how many passed and failed, and the exit code agrees with it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });

const JEST = [
  process.execPath,
  '--experimental-vm-modules',
  '--no-warnings',
  join(root, 'node_modules/jest/bin/jest.js'),
];

/** In the order in which they are cheapest to fail. The build comes first: worker threads and end-to-end tests run what it makes. */
const steps = [
  { name: 'build', command: ['nx', 'run-many', '-t', 'build', '--output-style=static'], quiet: true, essential: true },
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of what runs in browsers', command: ['tsc', '--noEmit', '-p', 'tsconfig.browser.json'] },
  {
    name: 'lint and import boundaries',
    command: ['eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint'],
  },
  {
    name: 'format',
    command: ['prettier', '--check', '.', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier'],
  },
  { name: 'generated files', command: [process.execPath, 'tools/generate.mjs', '--check'] },
  { name: 'unit', jest: 'unit' },
  { name: 'chart', jest: 'chart', needs: ['helm', 'kubeconform'] },
  { name: 'integration', jest: 'integration' },
  { name: 'end to end', jest: 'e2e', serial: true },
];

let passed = 0;
let failed = 0;

for (const step of steps) {
  const startedAt = Date.now();
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`);
  const missing = step.needs ? whatIsMissing(step.needs) : null;
  if (missing !== null) {
    console.log(`   skipped: ${missing}`);
    continue;
  }
  const result = step.jest ? runJest(step) : runProgram(step);
  passed += result.passed;
  failed += result.failed;
  console.log(`   ${result.failed === 0 ? 'ok' : 'FAILED'} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`);
  if (result.failed > 0 && step.essential) break;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Builds the programs of Kubernetes' world that a step needs; where there is no Go to do it, says so. Any other failure is the step's own to meet. */
function whatIsMissing(programs) {
  const result = spawnSync(process.execPath, ['tools/go-tools.mjs', ...programs], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const NO_GO = 3;
  return result.status === NO_GO ? result.stderr.trim() : null;
}

/** A program that passes or fails as a whole. What it says is shown, unless it is quiet and passed. */
function runProgram({ command: [program, ...args], quiet }) {
  const result = spawnSync(program, args, { cwd: root, stdio: quiet ? 'pipe' : 'inherit', encoding: 'utf8' });
  const ok = result.status === 0;
  if (!ok && quiet) console.error(result.stdout, result.stderr);
  if (result.error) console.error(result.error.message);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** One of Jest's projects, counted by its tests; a suite that could not even run counts as one that failed. */
function runJest({ jest, serial }) {
  const report = join(cache, `jest-${jest}.json`);
  rmSync(report, { force: true });
  const [node, ...args] = JEST;
  // End to end, one after the other; and ended by force, since a test that failed may have left a connection open.
  const options = [
    '--selectProjects',
    jest,
    '--json',
    '--outputFile',
    report,
    ...(serial ? ['--runInBand', '--forceExit'] : ['--maxWorkers', '2']),
  ];
  const result = spawnSync(node, [...args, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numTotalTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = numFailedTests + numRuntimeErrorTestSuites;
    console.log(`   ${numPassedTests} of ${numTotalTests} tests passed`);
    // Set-up or tear-down failed although every test passed, or there was none: that is a failure too.
    const silent = broken === 0 && (result.status !== 0 || numTotalTests === 0);
    return { passed: numPassedTests, failed: broken + (silent ? 1 : 0) };
  } catch (error) {
    console.error(`   Jest left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
