import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Only root writes here, and everybody may read. */
const COPIES = '/var/cache/discover';
/** Others may pass the folder. */
const OTHERS_PASS = 0o001;

/**
 * A folder that every user can reach: the given one, or, where it lies in a closed folder, a copy of it. Postgres looks for
 * its own files by `access(2)`, which does not count capabilities, so the one that lets it reach its data does not help here.
 * Only root needs this: whoever else runs Postgres runs it as themselves.
 *
 * @param version tells copies of different releases apart
 */
export async function openCopy(folder: string, version: string): Promise<string> {
  if (process.getuid?.() !== 0 || (await isOpen(folder))) return folder;
  const copy = join(COPIES, version);
  if (await exists(copy)) return copy;
  // Made beside it and renamed, so that a copy is there whole or not at all.
  const partial = `${copy}.${process.pid}`;
  await mkdir(COPIES, { recursive: true, mode: 0o755 });
  await cp(folder, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, copy).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
  return copy;
}

async function isOpen(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    if (((await stat(path)).mode & OTHERS_PASS) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
