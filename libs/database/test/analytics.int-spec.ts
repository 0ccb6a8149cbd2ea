import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  findDailyKpis,
  findKpis,
  insertCv,
  insertViews,
  preparePartitions,
  recordUse,
  refreshStatistics,
  updateUser,
  viewsByDay,
  type Database,
  type Handle,
  type ViewEvent,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

describe('analytics', () => {
  let database: Database;
  let end: () => Promise<void>;
  let ownerId: string;
  let cvId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    ownerId = await anAccount(database);
    ({ id: cvId } = await write((handle) =>
      insertCv(handle, { userId: ownerId, title: 'CV', language: null, document: {}, cause: 'created' }),
    ));
  });
  afterAll(() => end());

  const write = <T>(work: (handle: Handle) => Promise<T>) => database.transaction(null, work);
  const read = <T>(work: (handle: Handle) => Promise<T>) => database.readPrimary('test', work);
  const event = (at: string, visitor: string, rest: Partial<ViewEvent> = {}): ViewEvent => ({
    at: new Date(at),
    ownerId,
    cvId,
    kind: 'page',
    source: null,
    visitor: Buffer.from(visitor),
    ...rest,
  });

  it('counts views, visitors, downloads and sources by day in UTC', async () => {
    await write((handle) =>
      insertViews(handle, [
        event('2026-03-01T23:59:59.999Z', 'a', { source: 'linkedin.com' }),
        event('2026-03-02T00:00:00.000Z', 'b'),
        event('2026-03-02T10:00:00Z', 'b', { kind: 'json' }),
        event('2026-03-02T11:00:00Z', 'c', { kind: 'download', source: 'mail.example' }),
        event('2026-03-03T00:00:00.000Z', 'd', { kind: 'link' }),
      ]),
    );
    const range = { from: '2026-03-01', to: '2026-03-02' };
    // Days that are over come from the statistics.
    expect(await read((handle) => viewsByDay(handle, ownerId, cvId, range))).toEqual([]);
    expect(await write(refreshStatistics)).toEqual({ cvDays: 3, businessDays: expect.any(Number) });
    const days = await read((handle) => viewsByDay(handle, ownerId, cvId, range));
    expect(days).toEqual([
      { date: '2026-03-01', views: 1, unique: 1, downloads: 0, sources: { 'linkedin.com': 1 } },
      { date: '2026-03-02', views: 2, unique: 2, downloads: 1, sources: { direct: 2, 'mail.example': 1 } },
    ]);
  });

  it('drops views of CVs that are gone and keeps the others of the batch', async () => {
    const gone = '01900000-0000-7000-8000-000000000000';
    await write((handle) =>
      insertViews(handle, [event('2026-04-01T00:00:00Z', 'a'), event('2026-04-01T00:00:00Z', 'a', { cvId: gone })]),
    );
    await write(refreshStatistics);
    const days = await read((handle) => viewsByDay(handle, ownerId, cvId, { from: '2026-04-01', to: '2026-04-01' }));
    expect(days).toMatchObject([{ views: 1 }]);
  });

  it('puts this month’s views into its partition, and moves what the default partition has when its own is made', async () => {
    const partitionOf = async (at: Date) => {
      const [row] = await read((handle) =>
        handle.query<{ name: string }>(
          'test_partition',
          'SELECT tableoid::regclass::text AS name FROM view_events WHERE at = $1',
          [at],
        ),
      );
      return row?.name;
    };
    const now = new Date();
    const late = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 5, 1));
    await write((handle) => insertViews(handle, [event(now.toISOString(), 'a'), event(late.toISOString(), 'a')]));
    const nameOf = (time: Date) => `view_events_${time.toISOString().slice(0, 7).replace('-', '_')}`;
    expect([await partitionOf(now), await partitionOf(late)]).toEqual([nameOf(now), 'view_events_default']);
    expect(await write((handle) => preparePartitions(handle, 'view_events', 5))).toBe(2);
    expect(await write((handle) => preparePartitions(handle, 'view_events', 5))).toBe(0);
    expect(await partitionOf(late)).toBe(nameOf(late));
  });

  it('reads the partitions of the range by index', async () => {
    const plan = await read((handle) =>
      handle.manager.query<Record<string, string>[]>(
        `EXPLAIN SELECT at FROM view_events WHERE owner_id = '${ownerId}' AND cv_id = '${cvId}' AND at >= now() - interval '1 hour' AND at < now()`,
      ),
    );
    const text = plan.map((line) => Object.values(line)[0]).join('\n');
    expect(text).not.toContain('Seq Scan on view_events_2');
  });

  it('knows how the platform is used', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const userId = await anAccount(database);
    const before = await read((handle) => findKpis(handle, { from: day, to: day }));
    const use = { day, userIds: [userId, ownerId], templates: new Map([['modern', 2]]) };
    await write((handle) => recordUse(handle, use));
    await write((handle) =>
      recordUse(handle, {
        ...use,
        templates: new Map([
          ['modern', 1],
          ['classic', 1],
        ]),
      }),
    );
    await write((handle) => updateUser(handle, userId, { plan: 'premium' }));
    await write((handle) => updateUser(handle, userId, { name: 'Only the name' }));
    await write((handle) => updateUser(handle, userId, { plan: 'free' }));
    await anAccount(database);
    const after = await read((handle) => findKpis(handle, { from: day, to: day }));
    expect(after).toEqual({
      ...before,
      activeUsers: 2,
      registrations: before.registrations + 1,
      upgrades: 1,
      downgrades: 1,
      templates: { modern: 3, classic: 1 },
    });
    const days = await read((handle) => findDailyKpis(handle, { from: '2026-01-01', to: '2026-01-03' }));
    expect(days.map(({ date, registrations }) => [date, registrations])).toEqual([
      ['2026-01-01', 0],
      ['2026-01-02', 0],
      ['2026-01-03', 0],
    ]);
    expect(await read((handle) => findDailyKpis(handle, { from: day, to: day }))).toEqual([
      { date: day, activeUsers: 2, registrations: after.registrations, uploads: 0, shares: 0, upgrades: 1 },
    ]);
  });
});
