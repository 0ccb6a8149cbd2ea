import { readFileSync, rmSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { listProcesses } from '@discover/embedded';

import { StackError } from './stack-error.js';

interface Holder {
  readonly pid: number;
  /** Its command line: a process that got the number of a dead holder has another. */
  readonly command: readonly string[];
  readonly api: string;
}

/** One stack at a time on one data folder. */
export class Lock {
  private readonly removeAtExit = () => this.removeOwn();

  private constructor(private readonly file: string) {
    process.once('exit', this.removeAtExit);
  }

  /**
   * Takes over the lock of a dead process.
   *
   * @throws StackError saying who holds it and where that one's API is
   */
  static async acquire(file: string, api: string): Promise<Lock> {
    await mkdir(dirname(file), { recursive: true });
    const command = commandOf(process.pid) ?? [];
    const own = `${file}.${process.pid}`;
    await writeFile(own, JSON.stringify({ pid: process.pid, command, api } satisfies Holder));
    try {
      // A link appears whole or not at all, and only one process succeeds.
      while (!(await tryLink(own, file))) {
        const holder = await readHolder(file);
        if (holder !== undefined && isStillRunning(holder)) {
          throw new StackError(
            `The stack is running already (pid ${holder.pid}): API ${holder.api}, its documentation ${holder.api}/docs.\n` +
              `Stop it with Ctrl-C in its terminal, or with: kill ${holder.pid}`,
          );
        }
        await rm(file, { force: true });
      }
    } finally {
      await rm(own, { force: true });
    }
    return new Lock(file);
  }

  release(): void {
    process.off('exit', this.removeAtExit);
    this.removeOwn();
  }

  private removeOwn(): void {
    try {
      const holder = JSON.parse(readFileSync(this.file, 'utf8')) as Holder;
      if (holder.pid === process.pid) rmSync(this.file);
    } catch {
      // It is gone already.
    }
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return undefined; // Released since, or damaged by a full disk.
  }
}

function isStillRunning(holder: Holder): boolean {
  return commandOf(holder.pid)?.join('\0') === holder.command.join('\0');
}

function commandOf(pid: number): readonly string[] | undefined {
  return listProcesses().find((entry) => entry.pid === pid)?.command;
}
