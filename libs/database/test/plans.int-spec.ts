import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';

import type { Database } from '../src/index.js';
import { callEverything, type Subjects } from './plans/calls.js';
import { explain, recording, type PlanMode, type Statement } from './plans/explain.js';
import { populate } from './plans/population.js';
import { migratedDatabase } from './suite.js';

jest.setTimeout(120_000);

/** Rows of a table that may be read from its beginning to its end. */
const SMALL = 1_000;

/** Not run for a request, and at most every few minutes or once in the life of an account; some read a table on purpose. */
const NOT_HOT = [
  /_purge$/,
  /^account_/,
  /^kpi_/,
  /^export_(?!request|present)/,
  /^search_(backlog|words)_/,
  /^(archive|statistics)_/,
  /^(batch_give_up|file_unknown_keys|partition_prepare|popular_cvs|jobs_unfinished|outbox_take)$/,
  /^explain_(bounds|generic)$/,
];

/** Statements that find out themselves whose CV it is, so that Postgres cannot know the partition beforehand. */
const OWNER_UNKNOWN = [
  'publication_profile',
  'share_grant',
  'share_link',
  'share_open',
  'share_received',
  'view_insert',
];

class RollBack extends Error {}

describe('the plan of every statement, in a database of 100,000 CVs', () => {
  let database: Database;
  let end: () => Promise<void>;
  let client: Client;
  const statements = new Map<string, Statement>();
  const rows = new Map<string, number>();

  beforeAll(async () => {
    const made = await migratedDatabase();
    database = made.database;
    client = new Client({ connectionString: made.servers.primaryUrl });
    await client.connect();
    end = async () => {
      await client.end();
      await made.end();
    };
    await populate(client);
    const counted = await client.query<{ name: string; rows: number }>(
      `SELECT relname AS name, reltuples::int AS rows FROM pg_class WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace`,
    );
    for (const table of counted.rows) rows.set(table.name, table.rows);
    const chosen = await subjects();
    const called = database.transaction(null, async (handle) => {
      await callEverything(recording(handle, statements), chosen);
      throw new RollBack();
    });
    await expect(called).rejects.toThrow(RollBack);
  });
  afterAll(() => end());

  async function subjects(): Promise<Subjects> {
    const { rows: found } = await client.query<Subjects>(
      `SELECT c.user_id AS "userId", c.id AS "cvId", s.recipient_id AS "otherId", s.id AS "shareId",
         (SELECT id FROM cvs WHERE user_id = c.user_id AND id <> c.id LIMIT 1) AS "secondCvId",
         (SELECT id FROM jobs WHERE user_id = c.user_id LIMIT 1) AS "jobId",
         (SELECT id FROM sessions WHERE user_id = c.user_id LIMIT 1) AS "sessionId"
       FROM cvs c JOIN users u ON u.id = c.user_id JOIN shares s ON s.owner_id = c.user_id AND s.cv_id = c.id
       WHERE u.email = 'person1@example.org' AND s.recipient_id <> u.id LIMIT 1`,
    );
    return found[0]!;
  }

  it('is looked at: none is forgotten', async () => {
    const files = await Promise.all(
      ['repositories', 'profiler'].map(async (name) => {
        const folder = resolve(import.meta.dirname, '../src', name);
        return (await readdir(folder))
          .filter((file) => !file.endsWith('.spec.ts'))
          .map((file) => resolve(folder, file));
      }),
    );
    const sources = await Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
    const declared = sources
      .flatMap((source) => [...source.matchAll(/\.query(?:<[^(]*>)?\(\s*(['"`])([a-z_]+)(\$\{)?/g)])
      .map(([, , name, dynamic]) => ({ name: name!, dynamic: dynamic !== undefined }));
    const forgotten = declared
      .filter(({ name }) => !NOT_HOT.some((pattern) => pattern.test(name)))
      .filter(({ name, dynamic }) =>
        dynamic ? ![...statements.keys()].some((seen) => seen.startsWith(name)) : !statements.has(name),
      );
    expect(declared.length).toBeGreaterThan(100);
    expect(forgotten).toEqual([]);
  });

  it.each<PlanMode>(['force_custom_plan', 'force_generic_plan'])('scans no big table: %s', async (mode) => {
    const scans: string[] = [];
    for (const statement of statements.values()) {
      const nodes = await explain(client, statement, mode);
      for (const { 'Node Type': type, 'Relation Name': table } of nodes)
        if (type === 'Seq Scan' && (rows.get(table!) ?? 0) > SMALL) scans.push(`${statement.name}: ${table}`);
    }
    expect(scans).toEqual([]);
  });

  it.each<PlanMode>(['force_custom_plan', 'force_generic_plan'])(
    'reads one partition of what belongs to one person: %s',
    async (mode) => {
      const spread = new Set<string>();
      for (const statement of statements.values()) {
        const partitions = new Map<string, Set<string>>();
        for (const { 'Relation Name': table } of await explain(client, statement, mode)) {
          const [, parent] = /^(\w+)_p\d+$/.exec(table ?? '') ?? [];
          if (parent !== undefined) partitions.set(parent, (partitions.get(parent) ?? new Set()).add(table!));
        }
        for (const read of partitions.values()) if (read.size > 1) spread.add(statement.name);
      }
      expect([...spread].sort()).toEqual(OWNER_UNKNOWN);
    },
  );

  it('has lists in the order of an index, so that a page costs the same however many CVs a person has', async () => {
    const sorted: string[] = [];
    for (const statement of statements.values()) {
      // Filters have an index in the order of changes, and deleted CVs are few.
      if (
        !/^(cv_list|version_list)/.test(statement.name) ||
        /deleted|title_.*(status|language)|createdAt_.*(status|language)/.test(statement.name)
      )
        continue;
      const nodes = await explain(client, statement, 'force_custom_plan');
      if (nodes.some(({ 'Node Type': type }) => type.includes('Sort'))) sorted.push(statement.name);
    }
    expect(sorted).toEqual([]);
  });
});
