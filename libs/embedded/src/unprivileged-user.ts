import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

import { EmbeddedError } from './errors.js';

const run = promisify(execFile);

/** How a program is started so that it is not root; `wrap` is the identity for an ordinary user. */
export interface Account {
  /** Who must own its data; undefined: whoever we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  wrap(command: string, args: readonly string[]): Invocation;
}

export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const ourselves: Account = { owner: undefined, wrap: (command, args) => ({ command, args }) };

/**
 * Postgres refuses to run as root. Then it runs as whoever owns its data already, or as `postgres` or `nobody`.
 *
 * Root's own folders (a home directory, one from `mktemp -d`) are closed to such a user, and the checkout may lie in
 * one. `setpriv` can leave a process the one capability that lets it through, `CAP_DAC_OVERRIDE`, which Postgres does
 * not mind: it only looks at the user id.
 *
 * @param program is run with `--version` to try it
 * @param data the folder that will hold the data, existing or not
 */
export async function unprivilegedAccount(program: string, folder: string, data: string): Promise<Account> {
  if (process.getuid?.() !== 0) return ourselves;
  const owner = (await ownerOf(data)) ?? (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (owner === undefined) {
    throw new EmbeddedError(
      'no_unprivileged_user',
      'Postgres does not run as root, and this system has neither a user `postgres` nor `nobody`: run this as an ordinary user.',
    );
  }
  const { uid, gid } = owner;
  const withCapability: Account = {
    owner,
    wrap: (command, args) => ({
      command: 'setpriv',
      args: [
        ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'],
        ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--', command, ...args],
      ],
    }),
  };
  const plain: Account = { owner, wrap: (command, args) => ({ command, args, uid, gid }) };
  for (const account of [withCapability, plain]) if (await reaches(account, program, folder)) return account;
  throw new EmbeddedError(
    'no_unprivileged_user',
    `Postgres does not run as root, so it is run as user id ${uid}, which cannot reach ${program} or ${folder}. ` +
      'Run this as an ordinary user, or open the folders on the way to them (`chmod o+x`).',
  );
}

async function reaches(account: Account, program: string, folder: string): Promise<boolean> {
  const { command, args, ...ids } = account.wrap('/bin/sh', ['-c', '"$0" --version && test -x "$1"', program, folder]);
  try {
    await run(command, args, { cwd: '/', ...ids });
    return true;
  } catch {
    return false;
  }
}

async function ownerOf(path: string): Promise<Account['owner']> {
  try {
    const { uid, gid } = await stat(path);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

async function lookUp(user: string): Promise<Account['owner']> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)),
    );
    return { uid: uid!, gid: gid! };
  } catch {
    return undefined;
  }
}
