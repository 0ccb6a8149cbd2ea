import { randomUUID } from 'node:crypto';

import { waitFor } from '@discover/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client as Postgres } from 'pg';

import { Client, makeAdministrator } from '../src/index.js';

const url = process.env.E2E_URL!;
const databaseUrl = process.env.E2E_DATABASE_URL!;

interface QueriesAnswer {
  statistics: { query: string; server: string; services: string[]; calls: number; p95Ms: number }[];
  slow: { query: string; text: string | null; slow: number; slowest: object | null; advice: object[] }[];
  regressions: object[];
  findings: object[];
}

/** As a process stores them. */
async function storeProfile(query: string): Promise<void> {
  const postgres = new Postgres({ connectionString: databaseUrl });
  await postgres.connect();
  try {
    for (const [text, values] of [
      [
        `INSERT INTO query_statistics (hour, release, service, query, server, calls, slow, total_ms, max_ms, repeated_requests, most_repeats, buckets)
         VALUES (date_trunc('hour', now()), 'e2e', 'api', $1, 'primary', 50, 40, 1e9, 150, 12, 30, array_fill(0::bigint, ARRAY[30]) || 50::bigint)`,
        [query],
      ],
      [
        `INSERT INTO slow_statements (query, release, text, planned_at, plan, advice)
         VALUES ($1, 'e2e', 'SELECT id FROM cvs WHERE title = $1', now(), '{"Node Type":"Seq Scan"}', $2)`,
        [query, JSON.stringify([{ code: 'missing_index', table: 'cvs', columns: ['title'] }])],
      ],
      [
        `INSERT INTO slow_queries (at, query, release, service, server, duration_ms, waited) VALUES (now(), $1, 'e2e', 'api', 'primary', 150, false)`,
        [query],
      ],
    ] as const)
      await postgres.query(text, [...values]);
  } finally {
    await postgres.end();
  }
}

describe('profiles of database statements', () => {
  let admin: Client;
  beforeAll(async () => {
    admin = await Client.registered(url);
    await makeAdministrator(databaseUrl, admin);
  });

  it('are shown to administrators, with plan and advice', async () => {
    const query = `e2e_${randomUUID().slice(0, 8)}`;
    await storeProfile(query);
    const answer = await waitFor(
      async () => {
        const { body } = await admin.call<QueriesAnswer>('/admin/queries?hours=2&limit=500');
        return body.slow.some((slow) => slow.query === query && slow.slowest !== null) && body;
      },
      { what: 'the replica to have the profile' },
    );
    const ofQuery = <T extends { query: string }>(rows: T[]) => rows.filter((row) => row.query === query);
    const [statistics] = ofQuery(answer.statistics);
    expect(statistics).toMatchObject({ server: 'primary', services: ['api'], calls: 50 });
    expect(statistics!.p95Ms).toBeGreaterThan(75);
    expect(statistics!.p95Ms).toBeLessThan(105);
    expect(ofQuery(answer.slow)).toEqual([
      expect.objectContaining({
        text: 'SELECT id FROM cvs WHERE title = $1',
        slow: 40,
        plan: { 'Node Type': 'Seq Scan' },
        slowest: expect.objectContaining({ durationMs: 150, service: 'api' }),
        advice: [{ code: 'missing_index', table: 'cvs', columns: ['title'] }],
      }),
    ]);
    expect([answer.regressions, answer.findings].every(Array.isArray)).toBe(true);
  });

  it('are not shown for hours that there are not', async () => {
    for (const query of ['?hours=0', '?hours=721', '?limit=501', '?since=today'])
      expect((await admin.call(`/admin/queries${query}`)).status).toBe(422);
  });
});
