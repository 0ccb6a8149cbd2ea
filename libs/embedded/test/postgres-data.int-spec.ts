import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import {
  freePort,
  listProcesses,
  startPostgres,
  startRedis,
  type EmbeddedPostgres,
  type PostgresOptions,
} from '../src/index.js';
import { query, scratch, until } from './support.js';

describe('the data folder of an embedded Postgres', () => {
  let place: Awaited<ReturnType<typeof scratch>>;
  const running: { stop(): Promise<void> }[] = [];

  const start = async (changes: Partial<PostgresOptions> = {}): Promise<EmbeddedPostgres> => {
    const postgres = await startPostgres({ ...place.options, ...changes });
    running.push(postgres);
    return postgres;
  };
  const startWithoutReplica = () => start({ replicas: [] });

  beforeEach(async () => {
    place = await scratch();
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    await place.remove();
  });

  it('is made anew if the first start was killed half-way', async () => {
    const partial = join(place.folder, 'primary.partial');
    await mkdir(join(partial, 'base'), { recursive: true });
    await writeFile(join(partial, 'PG_VERSION'), '18\n');
    const postgres = await startWithoutReplica();
    await expect(query(postgres.primaryUrl, 'SELECT 1 AS one')).resolves.toHaveLength(1);
    expect(await readdir(place.folder)).not.toContain('primary.partial');
  }, 30_000);

  it('is left alone, and this is told plainly, if it was complete once and has lost files', async () => {
    await (await startWithoutReplica()).stop();
    await rm(join(place.folder, 'primary/global/pg_control'));
    await expect(startWithoutReplica()).rejects.toMatchObject({
      code: 'unusable_data',
      message: expect.stringMatching(/lost global\/pg_control/),
    });
    await expect(stat(join(place.folder, 'primary/base'))).resolves.toBeDefined();
  }, 30_000);

  it('is refused if another major version made it', async () => {
    await (await startWithoutReplica()).stop();
    await writeFile(join(place.folder, 'primary/PG_VERSION'), '17\n');
    await expect(startWithoutReplica()).rejects.toMatchObject({ code: 'unusable_data' });
  }, 30_000);

  it('is refused with another password than it was made with', async () => {
    await (await startWithoutReplica()).stop();
    await expect(start({ replicas: [], password: 'another' })).rejects.toMatchObject({ code: 'unusable_data' });
  }, 30_000);

  it('may hold a stale postmaster.pid whose number belongs to another living process', async () => {
    const postgres = await startWithoutReplica();
    await postgres.primary.kill();
    const data = join(place.folder, 'primary');
    await writeFile(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n${place.options.port}\n\n127.0.0.1\n`);
    const { uid, gid } = await stat(data);
    await chown(join(data, 'postmaster.pid'), uid, gid);
    await expect(startWithoutReplica()).resolves.toBeDefined();
  }, 30_000);

  it('serves one start at a time', async () => {
    await startWithoutReplica();
    await expect(start({ replicas: [], port: await freePort() })).rejects.toMatchObject({ code: 'already_running' });
  }, 30_000);

  it('gets a new replica in place of one that was copied half, or from another cluster', async () => {
    await (await start()).stop();
    await rm(join(place.folder, 'replica-1/global'), { recursive: true });
    await (await start()).stop();
    await rm(join(place.folder, 'primary'), { recursive: true });
    const postgres = await start();
    await query(postgres.primaryUrl, 'CREATE TABLE things ()');
    const onReplica = () =>
      query<{ name: string | null }>(postgres.replicaUrls[0]!, `SELECT to_regclass('things') AS name`);
    await until('the table on the replica', async () => (await onReplica())[0]?.name === 'things');
  }, 30_000);

  it('gets a new replica in place of one that cannot follow any more', async () => {
    const first = await start();
    await first.stop();
    const alone = await startWithoutReplica();
    await query(alone.primaryUrl, `SELECT pg_drop_replication_slot('replica_1')`);
    await alone.stop();
    const lines: string[] = [];
    const postgres = await start({ onProgress: (line: string) => lines.push(line) });
    expect(lines).toContainEqual(expect.stringMatching(/replica-1 cannot follow/));
    await expect(query(postgres.replicaUrls[0]!, 'SELECT pg_is_in_recovery() AS standby')).resolves.toEqual([
      { standby: true },
    ]);
  }, 60_000);

  it('names the port that is taken, who has it, and the setting that moves it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const attempt = start({ port, replicas: [], portSetting: 'POSTGRES_PORT' });
    await expect(attempt).rejects.toMatchObject({
      code: 'port_taken',
      message: expect.stringMatching(new RegExp(`Port ${port}.*pid ${process.pid}.*POSTGRES_PORT`)),
    });
    other.close();
  });

  it('is free again soon after its owner died by kill -9', async () => {
    const ports = [await freePort(), await freePort()] as const;
    const script = join(import.meta.dirname, 'fixtures/hold-servers.mjs');
    const owner = spawn(process.execPath, [script, place.folder, ...ports.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const pids = JSON.parse(line.toString()) as number[];
    owner.kill('SIGKILL');
    running.push(await startPostgres({ ...place.options, port: ports[0], replicas: [] }));
    running.push(await startRedis({ folder: place.folder, role: 'queue', port: ports[1] }));
    // listProcesses() leaves out zombies, which a container without an init never collects.
    expect(listProcesses().filter((entry) => pids.includes(entry.pid))).toEqual([]);
  }, 30_000);
});
