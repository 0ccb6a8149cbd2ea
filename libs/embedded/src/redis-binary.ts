import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { fetchPackages, libraryPath } from './debian-packages.js';
import { EmbeddedError } from './errors.js';

const run = promisify(execFile);

/** Both speak the protocol and the Lua that BullMQ needs. Their packages bear the same names. */
const PROGRAMS = ['redis-server', 'valkey-server'] as const;
const USUAL_FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin', '/snap/bin'];
/** BullMQ's own recommendation; below it some of its scripts fail. */
const OLDEST_VERSION = [6, 2] as const;

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
  const problem = await fetchPackages(PROGRAMS, unpacked);
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
  const env = { PATH: process.env.PATH, LD_LIBRARY_PATH: await libraryPath(root) };
  for (const program of PROGRAMS) {
    const binary: RedisBinary = { command: join(root, 'usr', 'bin', program), env };
    if (await works(binary)) return binary;
  }
  return undefined;
}

function advice(): string {
  const install =
    process.platform === 'darwin'
      ? '`brew install redis`'
      : '`apt-get install redis-server`, `dnf install valkey` or `apk add redis`';
  return `Install one (${install}), or give REDIS_URL and REDIS_CACHE_URL for two that run already.`;
}
