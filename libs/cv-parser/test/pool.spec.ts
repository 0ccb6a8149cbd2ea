import { join } from 'node:path';

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { ParserPool, type ParserPoolOptions } from '../src/index.js';
import { bytes, document } from './support.js';

// The worker threads run the compiled package: these tests need a build, which `npm test` makes first.
const worker = join(import.meta.dirname, 'fixtures', 'misbehaving-worker.mjs');
const pools: ParserPool[] = [];

function open(options: Partial<ParserPoolOptions> = {}): ParserPool {
  const pool = new ParserPool({ threads: 2, timeoutMs: 20_000, memoryMb: 96, worker, ...options });
  pools.push(pool);
  return pool;
}

// A thread starts slowly on a machine that is busy with other tests.
jest.setTimeout(60_000);

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

  it('goes on after a thread ran out of memory', async () => {
    const pool = open({ threads: 1 });
    await expect(pool.parse(bytes('burst'))).rejects.toMatchObject({ code: 'timeout' });
    await expect(pool.parse(document('de-plain.txt'))).resolves.toMatchObject({ format: 'text' });
  });

  it('goes on after a thread died', async () => {
    const pool = open({ threads: 1 });
    await expect(pool.parse(bytes('crash'))).rejects.toMatchObject({ code: 'corrupt_document' });
    await expect(pool.parse(document('de-plain.txt'))).resolves.toMatchObject({ format: 'text' });
  });

  it('counts busy threads and waiting documents', async () => {
    const pool = open({ threads: 1 });
    const jobs = [1, 2, 3].map(() => pool.parse(document('de-plain.txt')));
    expect(pool.stats).toEqual({ threads: 1, busy: 1, queued: 2 });
    await Promise.all(jobs);
    expect(pool.stats).toEqual({ threads: 1, busy: 0, queued: 0 });
  });

  it('gives up a document whose caller does not want it any more, waiting or under way', async () => {
    const pool = open({ threads: 1 });
    const [running, waiting] = [new AbortController(), new AbortController()];
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

  it('ends its threads when closed and takes nothing more', async () => {
    const pool = open({ threads: 1 });
    const stuck = pool.parse(bytes('loop!'));
    const waiting = pool.parse(document('de-plain.txt'));
    const outcomes = Promise.allSettled([stuck, waiting]);
    await pool.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.parse(document('de-plain.txt'))).rejects.toThrow('closed');
    const threads = process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort' || kind === 'Worker');
    expect(threads).toEqual([]);
  });
});
