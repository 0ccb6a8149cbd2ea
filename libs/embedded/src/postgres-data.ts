import { execFile } from 'node:child_process';
import type { Dirent } from 'node:fs';
import { chown, copyFile, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { Client } from 'pg';

import { EmbeddedError } from './errors.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { Account } from './unprivileged-user.js';

const run = promisify(execFile);

/** The major version of the binaries; another one's data folder cannot be used. */
const MAJOR_VERSION = '18';

export interface Superuser {
  readonly user: string;
  readonly password: string;
}

/**
 * Makes the primary's data folder unless it is there. It is made under another name and renamed at the very end, so a
 * folder with the real name was complete once: what a crash left under the other name is made anew, and real data
 * never are.
 *
 * @throws EmbeddedError `unusable_data` if the folder is there but cannot be used
 */
export async function ensurePrimaryData(
  data: string,
  options: { binaries: PostgresBinaries; account: Account; superuser: Superuser; durable: boolean },
): Promise<'made' | 'found'> {
  if (await isUsable(data, options.account)) return 'found';
  await build(data, options.account, async (partial) => {
    const passwordFile = `${data}.password`;
    await writeFile(passwordFile, options.superuser.password, { mode: 0o600 });
    await own(passwordFile, options.account);
    const { command, args, ...ids } = options.account.wrap(options.binaries.initdb, [
      ...['--pgdata', partial, '--username', options.superuser.user, '--pwfile', passwordFile],
      // Postgres's own collation provider: the same order on every machine, whatever locales it has.
      ...[
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-locale',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      ...(options.durable ? [] : ['--no-sync']),
    ]);
    try {
      await run(command, args, { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...ids });
    } catch (error) {
      const output = (error as { stderr?: string }).stderr ?? String(error);
      throw new EmbeddedError('start_failed', `initdb could not make ${data}: ${output.trim()}`, { cause: error });
    } finally {
      await rm(passwordFile, { force: true });
    }
  });
  return 'made';
}

/** True if the replica's folder is whole and was copied from this primary. */
export async function isReplicaOf(replica: string, primary: string): Promise<boolean> {
  try {
    await stat(join(replica, 'standby.signal'));
    return (await systemIdentifier(replica)) === (await systemIdentifier(primary));
  } catch {
    return false;
  }
}

/**
 * Copies the running primary's files into a new replica, replacing an old one: the low-level base backup of the
 * Postgres manual (25.3.3) without WAL, which the replica streams from the slot that was made before.
 *
 * @param slot the name of the replica's physical replication slot
 */
export async function makeReplica(
  replica: string,
  source: { primary: string; client: Client; slot: string; account: Account },
): Promise<void> {
  const { client, slot, account } = source;
  await rm(replica, { recursive: true, force: true });
  await client.query('SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1', [
    slot,
  ]);
  await client.query('SELECT pg_create_physical_replication_slot($1, true)', [slot]);
  await build(replica, account, async (partial) => {
    await client.query('SELECT pg_backup_start($1, fast => true)', [slot]);
    await copyData(source.primary, partial, account);
    const { rows } = await client.query<{ labelfile: string }>(
      'SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)',
    );
    for (const [name, content] of [
      ['backup_label', rows[0]!.labelfile],
      ['standby.signal', ''],
    ] as const) {
      await writeFile(join(partial, name), content, { mode: 0o600 });
      await own(join(partial, name), account);
    }
  });
}

/** Where the replica finds its primary; a file and not an argument, because it holds the password. */
export async function writeConnection(replica: string, url: URL, slot: string, account: Account): Promise<void> {
  const fields = {
    host: url.hostname,
    port: url.port,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    application_name: slot,
  };
  const conninfo = Object.entries(fields).map(([key, value]) => `${key}='${value.replace(/[\\']/g, '\\$&')}'`);
  const file = join(replica, 'postgresql.auto.conf');
  await writeFile(
    file,
    `primary_conninfo = '${conninfo.join(' ').replace(/'/g, "''")}'\nprimary_slot_name = '${slot}'\n`,
    {
      mode: 0o600,
    },
  );
  await own(file, account);
}

async function isUsable(data: string, account: Account): Promise<boolean> {
  const owner = await stat(data).catch(() => undefined);
  if (owner === undefined) return false;
  if (account.owner === undefined && owner.uid !== process.getuid?.()) {
    throw new EmbeddedError(
      'unusable_data',
      `The data in ${data} belong to user id ${owner.uid}: start this as the user who made them, or delete the folder to start empty.`,
    );
  }
  if ((await readdirOrNothing(data)).length === 0) return false;
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version !== '' && version !== MAJOR_VERSION) {
    throw new EmbeddedError(
      'unusable_data',
      `The data in ${data} are of Postgres ${version}, and this is Postgres ${MAJOR_VERSION}: move them with pg_dump, or delete the folder to start empty.`,
    );
  }
  const lost: string[] = [];
  for (const part of ['PG_VERSION', 'global/pg_control', 'postgresql.conf', 'pg_hba.conf', 'base', 'pg_wal']) {
    await stat(join(data, part)).catch(() => lost.push(part));
  }
  if (lost.length > 0) {
    throw new EmbeddedError(
      'unusable_data',
      `The Postgres data in ${data} were complete once and have lost ${lost.join(', ')}. ` +
        'Put back a copy of the folder, or delete it to start empty.',
    );
  }
  return true;
}

async function build(data: string, account: Account, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${data}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  await own(partial, account);
  await fill(partial);
  await rm(data, { recursive: true, force: true }); // Empty, or isUsable() would have thrown.
  await rename(partial, data);
  const parent = await open(dirname(data));
  await parent.sync();
  await parent.close();
}

/** Made anew by the server that starts on the copy, or streamed: see «Backing Up The Data Directory» in the manual. */
const NOT_COPIED = new Set(['postmaster.pid', 'postmaster.opts', 'postgresql.auto.conf']);
const CONTENTS_NOT_COPIED = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
]);

async function copyData(from: string, to: string, account: Account): Promise<void> {
  const entries = await readdirOrNothing(from);
  for (const entry of entries) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir(target, { mode: 0o700 });
      await own(target, account);
      if (!CONTENTS_NOT_COPIED.has(entry.name)) await copyData(source, target, account);
    } else if (!NOT_COPIED.has(entry.name) && !entry.name.startsWith('pgsql_tmp')) {
      await copyIfThere(source, target, account);
    }
  }
}

/** A running server removes files as it goes; WAL replay knows of that. */
async function copyIfThere(source: string, target: string, account: Account): Promise<void> {
  try {
    await copyFile(source, target);
    await own(target, account);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function own(path: string, account: Account): Promise<void> {
  if (account.owner !== undefined) await chown(path, account.owner.uid, account.owner.gid);
}

async function readdirOrNothing(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
}

/** The first eight bytes of pg_control name the cluster; a replica has its primary's. */
async function systemIdentifier(data: string): Promise<bigint> {
  return (await readFile(join(data, 'global', 'pg_control'))).readBigUInt64LE(0);
}
