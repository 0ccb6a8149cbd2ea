import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventType, OutboxMessage } from '@discover/contracts';

import {
  findDeliveryOrder,
  insertWebhook,
  listDeliveries,
  noteReceiver,
  PostgresOutbox,
  purgeEvents,
  recordAttempt,
  recordEvent,
  redeliver,
  updateWebhook,
  type Database,
  type Webhook,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

const ATTEMPT = { at: '2026-11-20T10:00:00.000Z', durationMs: 5, status: 500, error: 'It answered 500.', response: '' };

describe('webhooks', () => {
  let database: Database;
  let end: () => Promise<void>;
  let outbox: PostgresOutbox;
  let userId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    outbox = new PostgresOutbox(database);
  });
  afterAll(() => end());
  beforeEach(async () => {
    userId = await anAccount(database);
    await outbox.take(1_000, async () => undefined);
  });

  const subscribe = (events: EventType[], limit = 20) =>
    database.transaction(userId, (handle) =>
      insertWebhook(handle, { userId, url: 'https://example.org/', events, secret: 'a secret of ours' }, limit),
    ) as Promise<Webhook>;
  const happen = (type: EventType) =>
    database.transaction(userId, (handle) => recordEvent(handle, { userId, type, subjectId: 'x', data: { n: 1 } }));
  const log = (webhookId: string) =>
    database.readPrimary('test', (handle) => listDeliveries(handle, { webhookId, before: null, limit: 10 }));
  const taken = async () => {
    const messages: OutboxMessage[] = [];
    await outbox.take(100, async (batch) => void messages.push(...batch));
    return messages;
  };

  it('are told of what they subscribed to, each by a delivery of its own, in the same transaction', async () => {
    const [a, b, other] = [
      await subscribe(['cv.created']),
      await subscribe(['cv.created', 'cv.deleted']),
      await subscribe(['cv.deleted']),
    ];
    await happen('cv.created');
    const deliveries = [...(await log(a.id)), ...(await log(b.id))];
    expect(deliveries).toHaveLength(2);
    expect(new Set(deliveries.map(({ eventId }) => eventId)).size).toBe(1);
    expect(await log(other.id)).toEqual([]);
    expect((await taken()).map(({ queue, name, payload }) => [queue, name, payload]).sort()).toEqual(
      deliveries.map(({ id }) => ['webhooks', 'webhook.deliver', { deliveryId: id }]).sort(),
    );

    const failing = database.transaction(userId, async (handle) => {
      await recordEvent(handle, { userId, type: 'cv.created', subjectId: 'x', data: {} });
      throw new Error('and the change is not made');
    });
    await expect(failing).rejects.toThrow('not made');
    expect(await log(a.id)).toHaveLength(1);
    expect(await taken()).toEqual([]);
  });

  it('cost nothing where nobody listens, where they are paused, or where somebody else listens', async () => {
    const paused = await subscribe(['cv.updated']);
    await database.transaction(userId, (handle) => updateWebhook(handle, userId, paused.id, { paused: true }));
    await happen('cv.updated');
    const listener = userId;
    userId = await anAccount(database);
    await happen('cv.updated');
    const rows = await database.readPrimary('test', (handle) =>
      handle.query('test_events', 'SELECT id FROM events WHERE user_id IN ($1, $2)', [userId, listener]),
    );
    expect(rows).toEqual([]);
    expect(await taken()).toEqual([]);
  });

  it('are as many as one person may have, also when asked for at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => subscribe(['cv.created'], 3)));
    expect(made.filter(Boolean)).toHaveLength(3);
  });

  it('are tried by one run at a time: what another has written down counts', async () => {
    const webhook = await subscribe(['cv.created']);
    await happen('cv.created');
    const [{ id } = { id: '' }] = await log(webhook.id);
    const order = (await database.readPrimary('test', (handle) => findDeliveryOrder(handle, id)))!;
    expect(order).toMatchObject({
      tries: 0,
      url: 'https://example.org/',
      event: { type: 'cv.created', data: { n: 1 } },
    });
    expect(order.dueInMs).toBeLessThanOrEqual(0);
    const settle = (next: Parameters<typeof recordAttempt>[3]) =>
      database.transaction(null, (handle) => recordAttempt(handle, order, ATTEMPT, next));
    expect(await settle({ state: 'pending', delayMs: 60_000 })).toBe(true);
    expect(await settle({ state: 'delivered' })).toBe(false);
    const again = (await database.readPrimary('test', (handle) => findDeliveryOrder(handle, id)))!;
    expect(again.tries).toBe(1);
    expect(again.dueInMs).toBeGreaterThan(50_000);
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'pending', attempts: [ATTEMPT] });
  });

  it('are unfinished work when a try is due and not before, so that a lost queue forgets none', async () => {
    const webhook = await subscribe(['cv.created']);
    await happen('cv.created');
    const [{ id } = { id: '' }] = await log(webhook.id);
    const due = async () =>
      (await outbox.unfinished({ idleMs: -1, limit: 1_000 })).find((message) => message.jobId === id);
    expect(await due()).toMatchObject({ queue: 'webhooks', name: 'webhook.deliver', payload: { deliveryId: id } });
    await database.transaction(null, (handle) =>
      recordAttempt(handle, { id, tries: 0 }, ATTEMPT, { state: 'pending', delayMs: 60_000 }),
    );
    expect(await due()).toBeUndefined();
    await outbox.giveUp(id);
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'failed' });
  });

  it('are paused when they have failed for days or are gone, and begin anew when woken up', async () => {
    const { id } = await subscribe(['cv.created']);
    const note = (health: Parameters<typeof noteReceiver>[2]) =>
      database.transaction(null, (handle) => noteReceiver(handle, id, health, 3));
    const since = (interval: string) =>
      database.transaction(null, (handle) =>
        handle.query('test_since', `UPDATE webhooks SET failing_since = now() - $2::interval WHERE id = $1`, [
          id,
          interval,
        ]),
      );
    const change = (paused: boolean) =>
      database.transaction(userId, (handle) => updateWebhook(handle, userId, id, { paused }));
    expect(await note('failed')).toBeNull();
    await since('2 days 23 hours');
    expect(await note('failed')).toBeNull();
    await since('3 days 1 minute');
    expect(await note('well')).toBeNull();
    expect(await note('failed')).toBeNull();
    await since('3 days 1 minute');
    expect(await note('failed')).toBe('failing');
    expect(await change(true)).toMatchObject({ paused: 'failing' });
    expect(await change(false)).toMatchObject({ paused: null, failingSince: null });
    expect(await note('gone')).toBe('gone');
    expect(await change(false)).toMatchObject({ paused: null });
  });

  it('are sent an event again under its old id', async () => {
    const webhook = await subscribe(['cv.created']);
    await happen('cv.created');
    const [first] = await log(webhook.id);
    const again = await database.transaction(userId, (handle) => redeliver(handle, webhook.id, first!.id));
    expect(again).toMatchObject({ eventId: first!.eventId, state: 'pending', attempts: [] });
    expect(again!.id).not.toBe(first!.id);
    const notTheirs = await subscribe(['cv.created']);
    expect(await database.transaction(userId, (handle) => redeliver(handle, notTheirs.id, first!.id))).toBeNull();
  });

  it('lose their events after thirty days', async () => {
    const webhook = await subscribe(['cv.created']);
    await happen('cv.created');
    await happen('cv.created');
    await database.transaction(null, (handle) =>
      handle.query(
        'test_age',
        `UPDATE events SET created_at = now() - interval '31 days' WHERE id = (SELECT max(event_id::text)::uuid FROM webhook_deliveries WHERE webhook_id = $1)`,
        [webhook.id],
      ),
    );
    expect(await database.transaction(null, (handle) => purgeEvents(handle, 100))).toBe(1);
    expect(await log(webhook.id)).toHaveLength(1);
  });
});
