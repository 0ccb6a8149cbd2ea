#!/usr/bin/env node
// The door to every command of this repository. Plain JavaScript for Node >= 20: it installs what is
// missing, finds the Node 24 that npm brought (the platform's runtime), and runs the command with it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const binaries = join(root, 'node_modules', '.bin');
const JEST = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];

/** Commands that are more than a program on the PATH: each gives the arguments of a Node 24 process. */
const commands = {
  start: () => (build(), [join(root, 'tools/stack/dist/start.js')]),
  test: () => [join(root, 'tools/test.mjs')],
  jest: () => JEST,
  // The boundaries are checked against the project graph, which the build brings up to date.
  lint: () => (
    build(),
    [
      join(root, 'node_modules/eslint/bin/eslint.js'),
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      '.cache/eslint',
    ]
  ),
  bench: () => (build(), [join(root, 'tools/bench/dist/main.js')]),
  accuracy: () => (
    build('build-benchmark', '@discover/cv-parser'),
    [join(root, 'libs/cv-parser/dist-benchmark/main.js')]
  ),
  generate: () => (build(), [join(root, 'tools/generate.mjs')]),
  pods: () => (build(), [join(root, 'tools/chart/dist/pods/main.js')]),
  'chart-schemas': () => (build('build', '@discover/chart'), [join(root, 'tools/chart/dist/make-schemas.js')]),
  snapshots: () => (build(), [join(root, 'libs/cv-render/scripts/snapshots.mjs')]),
  'round-trip': () => (
    build(),
    build('build-benchmark', '@discover/cv-parser'),
    [join(root, 'tools/round-trip/dist/main.js')]
  ),
  verapdf: () => (build(), [join(root, 'tools/verapdf/dist/main.js')]),
  simulate: () => (build(), [join(root, 'tools/cluster/dist/simulator/main.js')]),
  cluster: () => (build(), [join(root, 'tools/cluster/dist/main.js')]),
  fuzz: () => (build(), [join(root, 'tools/fuzz.mjs')]),
  'docker-test': () => (build(), [join(root, 'tools/docker/dist/main.js')]),
  'test:observability': () => (build(), [join(root, 'tools/observability/dist/live/main.js')]),
  collector: () => (build(), [join(root, 'tools/observability/dist/collector/main.js')]),
  faults: () => (build(), [join(root, 'tools/faults/dist/main.js')]),
  hostile: () => (build(), [join(root, 'tools/hostile.mjs')]),
};

/**
 * Installs what the lock file says, when node_modules was made from another one. `npm install` and not `npm ci`: the
 * latter refuses a lock file made where a registry had no build of an optional package for some other platform.
 */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.lock-sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies with npm (once; one to two minutes on a cold cache) …');
  const result = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, SCARF_ANALYTICS: 'false' },
    },
  );
  if (result.status !== 0) {
    console.error(
      '\nnpm could not install the dependencies: see its message above. Check the network or proxy, then run this again.',
    );
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

/** The Node 24 that came as an optional dependency, or the running one if it is new enough. */
function node24() {
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `There is no Node 24 for ${process.platform}/${process.arch} in node_modules and this is Node ${process.versions.node}. ` +
      'Install Node 24 and run this again.',
  );
  process.exit(1);
}

const [command = 'start', ...rest] = process.argv.slice(2);
install();
const node = node24();
const env = {
  ...process.env,
  PATH: [dirname(node), binaries, process.env.PATH].join(delimiter),
  TZ: process.env.TZ ?? 'UTC',
  NX_DAEMON: 'false',
  NX_TUI: 'false',
};

function build(target = 'build', project) {
  const only = project === undefined ? [] : ['-p', project];
  const result = spawnSync(
    node,
    [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', target, ...only, '--output-style=static'],
    { cwd: root, env, encoding: 'utf8' },
  );
  if (result.status === 0) return;
  console.error(result.stdout, result.stderr, '\nThe build failed: see above.');
  process.exit(result.status ?? 1);
}

const [program, args] = commands[command] ? [node, commands[command]()] : [command, []];
const child = spawn(program, [...args, ...rest], { cwd: root, env, stdio: 'inherit' });
// What is asked of npm is asked of the command: it stops in its own order. Ctrl-C reaches it twice, through the terminal's
// process group and from here; `npm start` takes two within a second for one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`${program} could not be started: ${error.message}`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
