import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const DOWNLOAD_TIMEOUT_MS = 180_000;

/**
 * A program of the PATH, else of a package that was fetched earlier, else of one fetched now; undefined where none can be had.
 *
 * @param cacheFolder the checkout's `.cache`
 */
export async function locateProgram(
  program: string,
  packageName: string,
  cacheFolder: string,
): Promise<string | undefined> {
  const unpacked = resolve(cacheFolder, packageName);
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), join(unpacked, 'usr', 'bin')];
  const candidates = folders.map((folder) => join(folder, program));
  const found = await firstExecutable(candidates);
  if (found !== undefined) return found;
  await fetchPackages([packageName], unpacked);
  return firstExecutable(candidates);
}

async function firstExecutable(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const executable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (executable) return path;
  }
  return undefined;
}

/** `lib/x86_64-linux-gnu` and its like, for the libraries that the system did not have. */
export async function libraryPath(root: string): Promise<string> {
  const folders = await Promise.all(
    ['lib', 'usr/lib'].map(async (lib) => {
      const entries = await readdir(join(root, lib), { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, lib, entry.name));
    }),
  );
  return folders.flat().join(delimiter);
}

/**
 * Fetches the first package that there is, with those of its dependencies that the system lacks, from the system's own
 * archive, and unpacks it: that needs no root, starts no system service and leaves nothing behind.
 *
 * @param target the folder that stands for the root then
 * @returns what prevented it, or undefined when a package was unpacked
 */
export async function fetchPackages(alternatives: readonly string[], target: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || !(await isThere('apt-get')) || !(await isThere('dpkg-deb'))) {
    return 'this system has no apt-get to fetch one';
  }
  await mkdir(resolve(target, '..'), { recursive: true });
  const work = await mkdtemp(`${target}-`);
  try {
    let failure: string | undefined;
    for (const name of alternatives) {
      failure = await downloadPackages(name, work);
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
