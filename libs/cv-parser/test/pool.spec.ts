import { execFileSync } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import { env, kill, platform } from 'node:process';

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { childProcesses } from './child-processes.js';
import { ParserPool, type ParserPoolOptions } from '../src/index.js';
import { bytes, document } from './support.js';

// The processes run the compiled package: these tests need a build, which `npm test` makes first.
const worker = join(import.meta.dirname, 'fixtures', 'misbehaving-worker.mjs');
const pools: ParserPool[] = [];

function open(options: Partial<ParserPoolOptions> = {}): ParserPool {
  const pool = new ParserPool({ threads: 2, timeoutMs: 20_000, memoryMb: 96, worker, ...options });
  pools.push(pool);
  return pool;
}

// A process starts slowly on a machine that is busy with other tests.
jest.setTimeout(60_000);

async function waitUntil(happened: () => boolean): Promise<void> {
  while (!happened()) await setImmediate();
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('ParserPool', () => {
  it('parses documents side by side with the result of the calling thread’s parser', async () => {
    const pool = open();
    const readings = await Promise.all(
      ['en-one-column.pdf', 'de-sidebar.pdf', 'es-styles.docx'].map((name) => pool.parse(document(name))),
    );
    expect(readings.map(({ document: { basics } }) => basics!.name)).toEqual([
      'Imogen Hartwell',
      'Annegret Vollenweider',
      'Nuria Valdecasas Ortiz',
    ]);
  });

  it('leaves a process to text documents while scans are read', async () => {
    const pool = open({ timeoutMs: 50_000 });
    const answered: string[] = [];
    const parse = async (name: string) => {
      await pool.parse(document(name));
      answered.push(name);
    };
    await Promise.all(['fr-scan.pdf', 'es-upside-down.webp', 'en-one-column.pdf', 'de-plain.txt'].map(parse));
    expect(answered.slice(0, 2).sort()).toEqual(['de-plain.txt', 'en-one-column.pdf']);
    expect(pool.stats).toMatchObject({ busy: 0, queued: 0 });
  }, 120_000);

  it('hands on why a document cannot be read', async () => {
    await expect(open().parse(document('hostile-encrypted.pdf'))).rejects.toMatchObject({
      name: 'ParseError',
      code: 'encrypted_document',
    });
  });

  it('ends a document that runs too long, and no other', async () => {
    const pool = open({ timeoutMs: 5000 });
    const stuck = pool.parse(bytes('loop!'));
    const neighbours = Promise.all(Array.from({ length: 6 }, () => pool.parse(document('en-one-column.pdf'))));
    await expect(neighbours).resolves.toHaveLength(6);
    await expect(stuck).rejects.toMatchObject({ code: 'timeout' });
    await expect(pool.parse(document('it-table.docx'))).resolves.toMatchObject({ format: 'docx' });
  });

  it.each([
    ['ran out of memory bit by bit', 'burst', 'timeout'],
    ['ran out of memory at one stroke', 'burst at once', 'timeout'],
    ['called its own end', 'crash', 'corrupt_document'],
    ['was aborted by native code', 'abort', 'timeout'],
  ])('goes on after a process %s', async (_name, wish, code) => {
    const pool = open({ threads: 1 });
    await expect(pool.parse(bytes(wish))).rejects.toMatchObject({ name: 'ParseError', code });
    await expect(pool.parse(document('de-plain.txt'))).resolves.toMatchObject({ format: 'text' });
  });

  // Only Linux tells what another process has of the memory.
  (platform === 'linux' ? it : it.skip)('ends a process that fills the memory outside of its heap', async () => {
    const pool = open({ threads: 1 });
    await expect(pool.parse(bytes('flood'))).rejects.toMatchObject({ code: 'timeout' });
    await expect(pool.parse(document('de-plain.txt'))).resolves.toMatchObject({ format: 'text' });
  });

  it('replaces a process that died while it had nothing to do', async () => {
    const before = childProcesses();
    const pool = open();
    await pool.warm();
    const [victim, neighbour] = childProcesses().filter((pid) => !before.includes(pid));
    kill(victim!, 'SIGKILL');
    await waitUntil(() => pool.stats.ready === 1);
    await pool.warm();
    const now = childProcesses().filter((pid) => !before.includes(pid));
    expect(now).toHaveLength(2);
    expect(now).toContain(neighbour);
    expect(now).not.toContain(victim);
  });

  it('says so when no process can be started, to all who wait', async () => {
    const pool = open({ worker: join(import.meta.dirname, 'fixtures', 'no-such-worker.mjs') });
    const waiting = [pool.parse(document('de-plain.txt')), pool.parse(document('de-plain.txt'))];
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map((outcome) => String((outcome as PromiseRejectedResult).reason))).toEqual([
      'Error: No parser process could be started.',
      'Error: No parser process could be started.',
    ]);
  });

  it('gives its processes nothing of the environment', async () => {
    env.SECRET_OF_THE_SERVICE = 'a';
    const before = childProcesses();
    await open({ threads: 1 }).warm();
    const [pid] = childProcesses().filter((child) => !before.includes(child));
    const seen = execFileSync('ps', ['eww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    expect(seen).toContain('NODE_CHANNEL_FD');
    expect(seen).not.toContain('SECRET_OF_THE_SERVICE');
  });

  it('counts warm and busy processes and waiting documents', async () => {
    const pool = open({ threads: 1 });
    expect(pool.stats).toMatchObject({ threads: 1, ready: 0, busy: 0, queued: 0 });
    await pool.warm();
    const jobs = [1, 2, 3].map(() => pool.parse(document('de-plain.txt')));
    expect(pool.stats).toMatchObject({ threads: 1, ready: 1, busy: 1, queued: 2 });
    await Promise.all(jobs);
    expect(pool.stats).toMatchObject({ threads: 1, ready: 1, busy: 0, queued: 0 });
  });

  it('gives up a document whose caller does not want it any more, waiting or under way', async () => {
    const pool = open({ threads: 1 });
    const [running, waiting] = [new AbortController(), new AbortController()];
    await pool.warm();
    const first = pool.parse(bytes('loop!'), {}, running.signal);
    const second = pool.parse(document('de-plain.txt'), {}, waiting.signal);
    waiting.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    expect(pool.stats.queued).toBe(0);
    running.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    await expect(pool.parse(document('de-plain.txt'))).resolves.toMatchObject({ format: 'text' });
  });

  it('leaves the caller’s bytes usable', async () => {
    const content = document('de-plain.txt');
    await open().parse(content);
    expect(content.length).toBeGreaterThan(0);
  });

  it('ends its processes when closed and takes nothing more', async () => {
    const before = childProcesses();
    const pool = open({ threads: 1 });
    await pool.warm();
    const stuck = pool.parse(bytes('loop!'));
    const waiting = pool.parse(document('de-plain.txt'));
    const outcomes = Promise.allSettled([stuck, waiting]);
    await pool.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.parse(document('de-plain.txt'))).rejects.toThrow('closed');
    expect(childProcesses()).toEqual(before);
  });
});
