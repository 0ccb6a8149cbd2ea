import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** The words of the command line; where only `ps` knows, the line split at blanks. */
  readonly command: readonly string[];
}

/** Every process of the machine that this one may see: from /proc on Linux, from `ps` elsewhere. */
export function listProcesses(): ProcessEntry[] {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

/** All processes below this one, nearest first. */
export function descendants(pid: number): number[] {
  const processes = listProcesses();
  const below = (parents: readonly number[]): number[] => {
    const children = processes.filter((entry) => parents.includes(entry.parent)).map((entry) => entry.pid);
    return children.length === 0 ? [] : [...children, ...below(children)];
  };
  return below([pid]);
}

/** Processes that were started with this path as one word of their command line. */
export function startedWith(path: string): ProcessEntry[] {
  return listProcesses().filter((entry) => entry.command.includes(path));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends the signal if the process is still there. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** «node (pid 4711)» for whoever listens on the TCP port, where the system tells us. */
export function listenerOf(port: number): string | undefined {
  const pid = process.platform === 'linux' ? listenerFromProc(port) : listenerFromLsof(port);
  if (pid === undefined) return undefined;
  const entry = listProcesses().find((candidate) => candidate.pid === pid);
  return `${entry?.command.slice(0, 3).join(' ') ?? 'a process'} (pid ${pid})`;
}

function fromProc(): ProcessEntry[] {
  return processIds().flatMap((pid) => {
    try {
      // «pid (name) state parent …»: the name may hold blanks and brackets, so the fields are read after the last one.
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
      return [{ pid, parent: Number(fields[1]), command }];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

function fromPs(): ProcessEntry[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/);
    return pid && parent ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

const LISTENING = '0A';

/** The kernel's socket tables give the inode of the listening socket; the process is the one that holds it open. */
function listenerFromProc(port: number): number | undefined {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => {
    try {
      return readFileSync(table, 'latin1').split('\n').slice(1);
    } catch {
      return [];
    }
  });
  const inodes = rows
    .map((row) => row.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === LISTENING)
    .map((fields) => `socket:[${fields[9] ?? ''}]`);
  return processIds().find((pid) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.includes(linkTarget(`/proc/${pid}/fd/${fd}`)));
    } catch {
      return false; // Another user's process, or gone.
    }
  });
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function listenerFromLsof(port: number): number | undefined {
  try {
    const output = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
    return Number(output.trim().split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
