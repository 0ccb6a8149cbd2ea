import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { EmbeddedError } from './errors.js';

const run = promisify(execFile);

/** Both speak the protocol and the Lua that BullMQ needs. */
const PROGRAMS = ['redis-server', 'valkey-server'] as const;
const USUAL_FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin', '/snap/bin'];
/** BullMQ's own recommendation; below it some of its scripts fail. */
const OLDEST_VERSION = [6, 2] as const;
const DOWNLOAD_TIMEOUT_MS = 180_000;

export interface RedisBinary {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The Redis or Valkey of this machine, else a copy fetched earlier, else one fetched now from the system's own package
 * archive: unpacked into the cache folder, so that it needs no root, starts no system service and leaves nothing behind.
 *
 * @throws EmbeddedError `no_redis`, saying how to get one
 */
export async function locateRedis(
  cacheFolder: string,
  progress: (line: string) => void,
  folders: readonly string[] = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_FOLDERS],
): Promise<RedisBinary> {
  for (const folder of folders) {
    for (const program of PROGRAMS) {
      const found: RedisBinary = { command: join(folder, program), env: { PATH: process.env.PATH } };
      if (await works(found)) return found;
    }
  }
  const unpacked = resolve(cacheFolder, 'redis');
  const fetched = await findUnpacked(unpacked);
  if (fetched !== undefined) return fetched;
  progress('Redis: none is installed; fetching it from the system’s package archive (about 1.5 MB) …');
  const problem = await fetchWithApt(unpacked);
  const binary = await findUnpacked(unpacked);
  if (binary !== undefined) return binary;
  throw new EmbeddedError(
    'no_redis',
    `There is no Redis or Valkey on this machine, and ${problem ?? 'the one fetched does not run'}. ${advice()}`,
  );
}

async function works(binary: RedisBinary): Promise<boolean> {
  try {
    await access(binary.command, constants.X_OK);
    const { stdout } = await run(binary.command, ['--version'], { env: binary.env });
    const [major = 0, minor = 0] = (/v=(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
    return major > OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor >= OLDEST_VERSION[1]);
  } catch {
    return false;
  }
}

async function findUnpacked(root: string): Promise<RedisBinary | undefined> {
  const env = { PATH: process.env.PATH, LD_LIBRARY_PATH: (await libraryFolders(root)).join(delimiter) };
  for (const program of PROGRAMS) {
    const binary: RedisBinary = { command: join(root, 'usr', 'bin', program), env };
    if (await works(binary)) return binary;
  }
  return undefined;
}

/** `lib/x86_64-linux-gnu` and its like, for the libraries that the system did not have. */
async function libraryFolders(root: string): Promise<string[]> {
  const folders = await Promise.all(
    ['lib', 'usr/lib'].map(async (lib) => {
      const entries = await readdir(join(root, lib), { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, lib, entry.name));
    }),
  );
  return folders.flat();
}

/** @returns what prevented it, or undefined when a package was unpacked */
async function fetchWithApt(target: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || !(await isThere('apt-get')) || !(await isThere('dpkg-deb'))) {
    return 'this system has no apt-get to fetch one';
  }
  await mkdir(resolve(target, '..'), { recursive: true });
  const work = await mkdtemp(`${target}-`);
  try {
    let failure: string | undefined;
    for (const program of PROGRAMS) {
      failure = await downloadPackages(program, work);
      if (failure === undefined) break;
    }
    if (failure !== undefined) return failure;
    const archives = join(work, 'archives');
    for (const archive of (await readdir(archives)).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg-deb', ['--extract', join(archives, archive), join(work, 'root')]);
    }
    await rm(target, { recursive: true, force: true });
    await rename(join(work, 'root'), target);
    return undefined;
  } catch (error) {
    return `apt-get could not bring one (${lastLine(error)})`;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The package and those of its dependencies that the system lacks; apt verifies their signatures as always. */
async function downloadPackages(name: string, work: string): Promise<string | undefined> {
  const archives = join(work, 'archives');
  const lists = join(work, 'lists');
  for (const folder of [archives, lists]) await mkdir(join(folder, 'partial'), { recursive: true });
  const apt = (ownLists: boolean, ...args: string[]) => {
    const options = {
      'Dir::Cache': work,
      'Dir::Cache::archives': archives,
      // We write to folders of our own only, so the system's locks are not ours to take; and root's may be closed to `_apt`.
      'Debug::NoLocking': '1',
      'APT::Sandbox::User': 'root',
      ...(ownLists ? { 'Dir::State::lists': lists } : {}),
    };
    const flags = Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
    return run('apt-get', [...flags, ...args], { timeout: DOWNLOAD_TIMEOUT_MS, env: { ...process.env, LC_ALL: 'C' } });
  };
  const download = (ownLists: boolean) =>
    apt(ownLists, 'install', '--download-only', '--yes', '--no-install-recommends', name);
  try {
    await download(false);
    return undefined;
  } catch {
    // The system's package lists are missing (a fresh container) or out of date: fetch lists of our own.
  }
  try {
    await apt(true, 'update');
    await download(true);
    return undefined;
  } catch (error) {
    return `apt-get could not bring one (${lastLine(error)})`;
  }
}

async function isThere(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  );
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() === '' || stderr === undefined ? message : stderr).trim().split('\n').at(-1) ?? '';
}

function advice(): string {
  const install =
    process.platform === 'darwin'
      ? '`brew install redis`'
      : '`apt-get install redis-server`, `dnf install valkey` or `apk add redis`';
  return `Install one (${install}), or give REDIS_URL and REDIS_CACHE_URL for two that run already.`;
}
