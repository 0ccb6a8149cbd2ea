import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';

import { listProcesses } from '@discover/embedded';
import { testServers, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { makePlace, processesIn, Run, type Place } from './support.js';

const READY = 'Ctrl-C stops everything.';

describe('npm start', () => {
  let place: Place;
  const runs: Run[] = [];
  const start = (env: Record<string, string> = {}) => {
    const run = new Run(place, env);
    runs.push(run);
    return run;
  };
  const serviceProcess = (name: string) =>
    listProcesses().find(({ command }) => command.includes(join(place.root, 'services', name, 'dist/main.js')));
  const nothingIsLeft = async () => {
    expect(processesIn(place)).toEqual([]);
    await expect(readdir(join(place.root, '.data'))).resolves.not.toContain('stack.lock');
  };

  beforeEach(async () => {
    place = await makePlace();
  });

  afterEach(async () => {
    for (const run of runs.splice(0)) run.signal('SIGKILL');
    await waitFor(() => processesIn(place).length === 0, {
      what: 'the servers to end with their stack',
      timeoutMs: 20_000,
    });
    await place.remove();
  });

  it('brings everything up, shows a rendered PDF, and stops without a trace at Ctrl-C', async () => {
    const run = start();
    await run.prints(READY);
    const pdf = join(place.root, '.data/demo.pdf');
    await expect(readFile(pdf, 'utf8')).resolves.toContain('%PDF');
    expect(run.output).toContain(pdf);
    expect(run.output).toContain(`http://127.0.0.1:${place.env.API_PORT}/docs`);
    expect(run.output).toContain('demo@discover.example');

    const second = start();
    await expect(second.exit).resolves.toBe(1);
    expect(second.output).toContain(`running already (pid ${run.pid}): API http://127.0.0.1:${place.env.API_PORT}`);

    run.signal('SIGINT');
    await expect(run.exit).resolves.toBe(0);
    await nothingIsLeft();

    // The next start finds databases, account and CV as they were.
    const again = start();
    await again.prints(READY);
    expect(again.output).toContain('existing data');
    expect(again.output).not.toContain('importing');
    again.signal('SIGTERM');
    await expect(again.exit).resolves.toBe(0);
    await nothingIsLeft();
  }, 60_000);

  it('starts a killed service again', async () => {
    const run = start();
    await run.prints(READY);
    const killed = serviceProcess('parser')!.pid;
    process.kill(killed, 'SIGKILL');
    await run.prints('parser is back');
    expect(serviceProcess('parser')?.pid).not.toBe(killed);
    const database = listProcesses().find(({ command }) =>
      command.includes(join(place.root, '.data/postgres/primary')),
    )!;
    process.kill(database.pid, 'SIGKILL');
    await run.prints('Postgres primary is back');
    run.signal('SIGINT');
    await expect(run.exit).resolves.toBe(0);
    await nothingIsLeft();
  }, 60_000);

  it('takes its servers along when it is killed, and takes over its own lock afterwards', async () => {
    const run = start();
    await run.prints(READY);
    run.signal('SIGKILL');
    await run.exit;
    await expect(readdir(join(place.root, '.data'))).resolves.toContain('stack.lock');
    const next = start();
    await next.prints(READY);
    expect(processesIn(place).filter((command) => command.includes('postgres'))).toHaveLength(2);
    next.signal('SIGINT');
    await expect(next.exit).resolves.toBe(0);
    await nothingIsLeft();
  }, 60_000);

  it.each(['render', 'migrator'])(
    'says plainly that %s cannot run, and undoes what it did',
    async (broken) => {
      const run = start({ FAKE_BROKEN: broken });
      await expect(run.exit).resolves.toBe(1);
      expect(run.output).toContain(`${broken}: no such table «cvs»`);
      expect(run.output).not.toMatch(/^\s+at /m);
      await nothingIsLeft();
    },
    60_000,
  );

  it('names a taken port and the setting that moves it, before it starts anything', async () => {
    const other = createServer().listen(Number(place.env.RENDER_METRICS_PORT), '127.0.0.1');
    await once(other, 'listening');
    const run = start();
    await expect(run.exit).resolves.toBe(1);
    expect(run.output).toMatch(
      new RegExp(`Port ${place.env.RENDER_METRICS_PORT!}.*pid ${process.pid}.*RENDER_METRICS_PORT`),
    );
    expect(run.output).not.toContain('Postgres');
    other.close();
    await nothingIsLeft();
  }, 30_000);

  it('can be stopped while it starts', async () => {
    const run = start();
    await run.prints('Postgres: starting');
    run.signal('SIGINT');
    await expect(run.exit).resolves.toBe(0);
    expect(run.output).not.toContain(READY);
    await nothingIsLeft();
  }, 30_000);

  it('uses the servers that it is given', async () => {
    const { databaseUrl, redisUrl, redisCacheUrl } = testServers();
    const run = start({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, REDIS_CACHE_URL: redisCacheUrl });
    await run.prints(READY);
    await expect(readFile(join(place.root, '.data/logs/jobs.log'), 'utf8')).resolves.toContain(
      JSON.stringify({ name: 'jobs', databaseUrl, redisUrl }),
    );
    await expect(readdir(join(place.root, '.data'))).resolves.not.toContain('postgres');
    run.signal('SIGINT');
    await expect(run.exit).resolves.toBe(0);
  }, 30_000);
});
