#!/usr/bin/env node
// Programs of Kubernetes' world, built from source by Go into .cache/bin: no registry of images or binaries is needed.
// Each folder of tools/go is a Go module whose `tool` lines name what it builds and whose go.mod and go.sum pin it;
// they are apart because each program wants its own versions of Kubernetes' libraries. otelcol's folder is its source: a
// list of parts, written by the builder of its project.
//
//   node tools/go-tools.mjs helm kubeconform    prints one path a line, building what is missing
//   node tools/go-tools.mjs --source MODULE@VERSION    prints the folder of a module's source (for its CRDs)
//
// Exit code 3: this machine has no Go that is new enough.
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const modules = fileURLToPath(new URL('./go', import.meta.url));
const cache = fileURLToPath(new URL('../.cache/bin', import.meta.url));
const OLDEST_GO = [1, 24];
export const NO_GO = 3;

/** Kubernetes tells its version to clients from variables that its own build sets. */
const kubernetesVersion = (version) => {
  const [major, minor] = version.slice(1).split('.');
  const variables = { gitVersion: version, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  return Object.entries(variables).flatMap(([name, value]) =>
    ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].map((path) => `-X ${path}.${name}=${value}`),
  );
};

/**
 * name -> the module's folder, the package of its `tool` line, and the variables that its linker sets. A program whose
 * source is the folder itself names the module whose version it bears.
 */
const tools = {
  helm: {
    module: 'helm',
    package: 'helm.sh/helm/v4/cmd/helm',
    linker: (version) => [`-X helm.sh/helm/v4/internal/version.version=${version}`],
  },
  kubeconform: { module: 'kubeconform', package: 'github.com/yannh/kubeconform/cmd/kubeconform' },
  etcd: { module: 'etcd', package: 'go.etcd.io/etcd/server/v3' },
  'kube-apiserver': {
    module: 'kubernetes',
    package: 'k8s.io/kubernetes/cmd/kube-apiserver',
    linker: kubernetesVersion,
  },
  'kube-controller-manager': {
    module: 'kubernetes',
    package: 'k8s.io/kubernetes/cmd/kube-controller-manager',
    linker: kubernetesVersion,
  },
  'prometheus-adapter': { module: 'prometheus-adapter', package: 'sigs.k8s.io/prometheus-adapter/cmd/adapter' },
  otelcol: { module: 'otelcol', package: '.', versionOf: 'go.opentelemetry.io/collector/otelcol' },
  versitygw: { module: 'versitygw', package: 'github.com/versity/versitygw/cmd/versitygw' },
};

/** This machine has no Go, or one that is too old; the message says what is needed. */
export class GoMissingError extends Error {
  name = 'GoMissingError';
}

/** The version of a tool as its go.mod pins it, with a leading v. */
export function goToolVersion(name) {
  const tool = tools[name];
  if (tool === undefined) throw new Error(`No such tool: ${name}. There are ${Object.keys(tools).join(', ')}.`);
  const wanted = tool.versionOf ?? tool.package;
  const required = readFileSync(join(modules, tool.module, 'go.mod'), 'utf8').matchAll(
    /^(?:require)?\s+(\S+) (v\S+)/gm,
  );
  // The module of a package is the longest path that the package's own begins with.
  const [owner] = [...required]
    .filter(([, path]) => wanted === path || wanted.startsWith(`${path}/`))
    .sort(([, a], [, b]) => b.length - a.length);
  if (owner === undefined) throw new Error(`${tool.module}/go.mod requires no module of ${wanted}`);
  return owner[2];
}

/**
 * The path of a program, from .cache/bin or built there once. Two callers at once build once.
 *
 * @throws GoMissingError
 */
export async function goTool(name) {
  const version = goToolVersion(name);
  const program = join(cache, `${name}-${version}`);
  if (existsSync(program)) return program;
  await requireGo();
  await mkdir(cache, { recursive: true });
  return withLock(`${program}.lock`, async () => {
    if (!existsSync(program)) await build(name, version, program);
    return program;
  });
}

/** The folder with the source of `MODULE@VERSION`, from Go's module cache or downloaded into it. @throws GoMissingError */
export async function goSource(module) {
  await requireGo();
  const { stdout } = await run('go', ['mod', 'download', '-json', module], { env: goEnvironment() });
  return JSON.parse(stdout).Dir;
}

async function build(name, version, program) {
  const tool = tools[name];
  process.stderr.write(`Building ${name} ${version} from source (once, into .cache/bin) …\n`);
  const partial = `${program}.partial`;
  const linker = ['-s', '-w', ...(tool.linker?.(version) ?? [])].join(' ');
  // Politely: it takes minutes of every core, and somebody may be working on this machine.
  const command = ['-n', '10', 'go', 'build', '-trimpath', '-ldflags', linker, '-o', partial, tool.package];
  const child = spawn('nice', command, {
    cwd: join(modules, tool.module),
    env: goEnvironment(),
    stdio: ['ignore', 2, 2],
  });
  const status = await new Promise((answer, fail) => child.on('error', fail).on('exit', answer));
  if (status !== 0) throw new Error(`go could not build ${name}: see above`);
  await rename(partial, program);
}

/** The caller's environment, without what would put the program elsewhere or resolve other versions. */
function goEnvironment() {
  return { ...process.env, GOFLAGS: '-buildvcs=false', GOWORK: 'off', CGO_ENABLED: '0' };
}

async function requireGo() {
  const wanted = OLDEST_GO.join('.');
  const { stdout } = await run('go', ['env', 'GOVERSION']).catch(() => ({ stdout: '' }));
  const [major = 0, minor = 0] = (/go(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
  if (major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1])) return;
  throw new GoMissingError(`Go ${wanted} or newer is needed on the PATH${stdout ? `, here is ${stdout.trim()}` : ''}.`);
}

/** Runs `work` in one process at a time. The lock of a process that died is taken over. */
async function withLock(path, work) {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(await readFile(path, 'utf8').catch(() => '0'));
      if (owner > 0 && !isAlive(owner)) await rm(path, { force: true });
      else await pause(500);
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, ...rest] = process.argv.slice(2);
  try {
    if (first === '--source') for (const module of rest) console.log(await goSource(module));
    else for (const name of first === undefined ? [] : [first, ...rest]) console.log(await goTool(name));
  } catch (error) {
    console.error(error.message);
    process.exitCode = error instanceof GoMissingError ? NO_GO : 1;
  }
}
