import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { waitFor } from '@discover/testing';
import { verifySignature } from '@discover/webhooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { Client as Postgres } from 'pg';

import { Client, Receiver, startPlatform, type CvAnswer, type JobAnswer, type Platform } from '../src/index.js';
import { document, samplePdf } from './documents.js';

interface Webhook {
  id: string;
  url: string;
  secret: string;
  active: boolean;
  pausedBecause: string | null;
  code: string;
}

interface Delivery {
  id: string;
  event: { id: string; type: string };
  state: string;
  attempts: { status: number | null; error: string | null; response: string }[];
  nextTryAt: string | null;
}

const ALL = [
  'cv.parsed',
  'cv.created',
  'cv.updated',
  'cv.deleted',
  'render.completed',
  'share.opened',
  'import.completed',
];

let subscriptions = 0;
async function subscribe(client: Client, receiver: Receiver, events: string[]) {
  const path = `/hook-${++subscriptions}`;
  const url = new URL(path, receiver.url).href;
  const { status, body } = await client.call<Webhook>('/webhooks', { method: 'POST', json: { url, events } });
  expect(status).toBe(201);
  return { ...body, path };
}

const create = (client: Client, title = 'cv') =>
  client.call<CvAnswer>('/cvs', { method: 'POST', json: { title, document: { basics: { name: 'Marker Zyxwv' } } } });
const log = async (client: Client, id: string) =>
  (await client.call<{ items: Delivery[] }>(`/webhooks/${id}/deliveries`)).body.items;
const settled = (client: Client, id: string, state: string, timeoutMs = 10_000) =>
  waitFor(async () => (await log(client, id)).find((delivery) => delivery.state === state), {
    what: `a delivery to be ${state}`,
    timeoutMs,
  });

describe('webhooks', () => {
  let client: Client;
  let receiver: Receiver;
  beforeAll(async () => {
    client = await Client.registered(process.env.E2E_URL!);
    receiver = await Receiver.start();
  });
  afterAll(() => receiver.stop());

  it('show their secret once, and are listed, read, changed and deleted', async () => {
    const person = await Client.registered(process.env.E2E_URL!);
    const { id, secret, url } = await subscribe(person, receiver, ['cv.created']);
    expect(secret).toMatch(/^whsec_/);
    const listed = await person.call('/webhooks');
    expect(listed.body).toMatchObject({ items: [{ id, url, events: ['cv.created'], active: true }] });
    expect(listed.bytes.toString() + (await person.call(`/webhooks/${id}`)).bytes.toString()).not.toContain(secret);
    const changed = await person.call(`/webhooks/${id}`, {
      method: 'PATCH',
      json: { events: ['cv.deleted'], active: false },
    });
    expect(changed.body).toMatchObject({ events: ['cv.deleted'], active: false, pausedBecause: 'owner' });
    expect((await person.call(`/webhooks/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await person.call(`/webhooks/${id}`)).status).toBe(404);
  });

  it('are told of everything that happens, signed, with ids and never with contents', async () => {
    const { path, secret, id } = await subscribe(client, receiver, ALL);
    const { body: cv } = await create(client, 'Title Qwertz');
    await client.call(`/cvs/${cv.id}`, {
      method: 'PATCH',
      json: { document: { basics: { summary: 'Secret Abcde' } } },
    });
    const imported = await client.import(await samplePdf(), 'Personal Name.pdf');
    expect(imported.status).toBe(201);
    const render = await client.call<{ job: JobAnswer }>(`/cvs/${cv.id}/renders`, { method: 'POST', json: {} });
    expect(render.status).toBe(202);
    await client.call(`/cvs/${cv.id}`, { method: 'DELETE' });

    const received = await receiver.at(path, 7);
    const seen = received.map(({ event }) => [event.type, event.subject.id, event.subject.href]);
    const importedId = imported.body.cv.id;
    const rendered = seen.find(([type]) => type === 'render.completed')!;
    expect(seen.sort()).toEqual(
      [
        ['cv.created', cv.id, `/api/v1/cvs/${cv.id}`],
        ['cv.updated', cv.id, `/api/v1/cvs/${cv.id}`],
        ['cv.created', importedId, `/api/v1/cvs/${importedId}`],
        ['cv.parsed', importedId, `/api/v1/cvs/${importedId}`],
        ['import.completed', imported.body.job.id, `/api/v1/jobs/${imported.body.job.id}`],
        ['render.completed', rendered[1], `/api/v1/renders/${rendered[1]}`],
        ['cv.deleted', cv.id, null],
      ].sort(),
    );
    // What it names is there.
    expect((await client.call(rendered[2]!.replace('/api/v1', ''))).headers.get('content-type')).toBe(
      'application/pdf',
    );
    for (const { headers, body, event } of received) {
      expect(verifySignature(String(headers['discover-signature']), body, secret)).toBe(true);
      expect(headers).toMatchObject({
        'discover-event-id': event.id,
        'discover-event-type': event.type,
        'content-type': 'application/json',
      });
      expect(body).not.toMatch(/Zyxwv|Qwertz|Abcde|Personal/);
    }
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(7);
    // What came of a delivery is noted after the receiver has answered.
    await waitFor(async () => (await log(client, id)).every(({ state }) => state === 'delivered'), {
      what: 'the log to have all as delivered',
    });
  }, 60_000);

  it('are told of a batch once, with its counts, and of each of its CVs', async () => {
    const { path } = await subscribe(client, receiver, ['import.completed', 'cv.parsed']);
    const { body } = await client.call<{ job: JobAnswer }>('/imports', {
      method: 'POST',
      raw: {
        bytes: zipSync({
          'a.txt': await document('de-plain.txt'),
          'b.pdf': await samplePdf(),
          'c.txt': Buffer.from(' '),
        }),
        contentType: 'application/zip',
      },
    });
    const received = await receiver.at(path, 3, 30_000);
    expect(received.map(({ event }) => event.type).sort()).toEqual(['cv.parsed', 'cv.parsed', 'import.completed']);
    const done = received.find(({ event }) => event.type === 'import.completed')!.event;
    expect(done.subject.id).toBe(body.job.id);
    expect(done.data).toMatchObject({ state: 'succeeded', total: 3, succeeded: 2, failed: 1 });
  }, 60_000);

  it('are told nothing of what others do, nor while they are paused', async () => {
    const { path, id } = await subscribe(client, receiver, ['cv.created']);
    await create(await Client.registered(process.env.E2E_URL!));
    await client.call(`/webhooks/${id}`, { method: 'PATCH', json: { active: false } });
    await create(client);
    await client.call(`/webhooks/${id}`, { method: 'PATCH', json: { active: true } });
    const { body } = await create(client);
    expect((await receiver.at(path, 1)).map(({ event }) => event.subject.id)).toEqual([body.id]);
    expect(await log(client, id)).toHaveLength(1);
  });

  it('can be tested, and sent an event again under its old id', async () => {
    const { path, id } = await subscribe(client, receiver, ['cv.created']);
    const tested = await client.call<{ delivery: Delivery }>(`/webhooks/${id}/test`, { method: 'POST' });
    expect([tested.status, tested.body.delivery.state]).toEqual([202, 'pending']);
    const [first] = await receiver.at(path, 1);
    expect(first!.event.type).toBe('webhook.test');
    await settled(client, id, 'delivered');
    const delivery = (await log(client, id))[0]!;
    expect(delivery.attempts).toMatchObject([{ status: 200, error: null, response: 'noted' }]);
    const again = await client.call(`/webhooks/${id}/deliveries/${delivery.id}/redeliver`, { method: 'POST' });
    expect(again.status).toBe(202);
    const [, second] = await receiver.at(path, 2);
    expect(second!.headers['discover-event-id']).toBe(first!.headers['discover-event-id']);
    expect(second!.headers['discover-delivery-id']).not.toBe(first!.headers['discover-delivery-id']);
    const page = await client.call<{ items: Delivery[]; nextCursor: string }>(`/webhooks/${id}/deliveries?limit=1`);
    const next = await client.call<{ items: Delivery[] }>(
      `/webhooks/${id}/deliveries?limit=1&cursor=${page.body.nextCursor}`,
    );
    expect(next.body.items.map((item) => item.id)).toEqual([delivery.id]);
  });

  it('are tried again later when they fail, and the log says why', async () => {
    const { path, id } = await subscribe(client, receiver, ['cv.created']);
    receiver.answer = (received) =>
      received.path === path && receiver.received.filter((r) => r.path === path).length === 1 ? 503 : 200;
    await create(client);
    const pending = await waitFor(async () => (await log(client, id)).find(({ attempts }) => attempts.length === 1), {
      what: 'the first try to be in the log',
    });
    expect(pending).toMatchObject({ state: 'pending', attempts: [{ status: 503, error: 'It answered 503.' }] });
    const wait = Date.parse(pending.nextTryAt!) - Date.now();
    expect(wait).toBeGreaterThan(5_000);
    expect(wait).toBeLessThan(20_000);
    const [first, second] = await receiver.at(path, 2, 30_000);
    expect(second!.event.id).toBe(first!.event.id);
    expect(await settled(client, id, 'delivered')).toMatchObject({ attempts: [{ status: 503 }, { status: 200 }] });
    receiver.answer = () => 200;
  }, 60_000);

  it('are not followed elsewhere, and one that is gone is left alone', async () => {
    const redirecting = await subscribe(client, receiver, ['cv.created']);
    const gone = await subscribe(client, receiver, ['cv.created']);
    const elsewhere = new URL('/elsewhere', receiver.url).href;
    receiver.answer = ({ path }) => {
      if (path === redirecting.path) return { status: 302, headers: { location: elsewhere } };
      return path === gone.path ? 410 : 200;
    };
    await create(client);
    await settled(client, gone.id, 'failed');
    expect((await client.call(`/webhooks/${gone.id}`)).body).toMatchObject({ active: false, pausedBecause: 'gone' });
    const [redirected] = await waitFor(
      async () => {
        const [delivery] = await log(client, redirecting.id);
        return delivery?.attempts.length === 1 && delivery.attempts;
      },
      { what: 'the redirect to be in the log' },
    );
    expect(redirected).toMatchObject({ status: 302, error: 'It answered 302.' });
    expect(receiver.received.filter(({ path }) => path === '/elsewhere')).toEqual([]);
    receiver.answer = () => 200;
    for (const { id } of [redirecting, gone]) await client.call(`/webhooks/${id}`, { method: 'DELETE' });
  });

  it('are paused after days of failure', async () => {
    const { id, path } = await subscribe(client, receiver, ['cv.created']);
    receiver.answer = (received) => (received.path === path ? 500 : 200);
    const postgres = new Postgres({ connectionString: process.env.E2E_DATABASE_URL! });
    await postgres.connect();
    await postgres.query(`UPDATE webhooks SET failing_since = now() - interval '4 days' WHERE id = $1`, [id]);
    await postgres.end();
    await create(client);
    const webhook = await waitFor(
      async () => {
        const { body } = await client.call<Webhook>(`/webhooks/${id}`);
        return !body.active && body;
      },
      { what: 'the webhook to be paused' },
    );
    expect(webhook.pausedBecause).toBe('failing');
    receiver.answer = () => 200;
  });

  it('are nobody else’s', async () => {
    const { id } = await subscribe(client, receiver, ['cv.created']);
    const { body } = await client.call<{ delivery: Delivery }>(`/webhooks/${id}/test`, { method: 'POST' });
    const other = await Client.registered(process.env.E2E_URL!);
    const answers = await Promise.all([
      other.call(`/webhooks/${id}`),
      other.call(`/webhooks/${id}`, { method: 'PATCH', json: { active: false } }),
      other.call(`/webhooks/${id}`, { method: 'DELETE' }),
      other.call(`/webhooks/${id}/test`, { method: 'POST' }),
      other.call(`/webhooks/${id}/deliveries`),
      other.call(`/webhooks/${id}/deliveries/${body.delivery.id}/redeliver`, { method: 'POST' }),
    ]);
    expect(answers.map(({ status, body: { code } }) => [status, code])).toEqual(answers.map(() => [404, 'not_found']));
  });

  it.each([
    ['no URL', { url: 'here', events: ['cv.created'] }, 'validation_failed'],
    ['another protocol', { url: 'ftp://example.org/', events: ['cv.created'] }, 'forbidden_target'],
    ['a password in it', { url: 'https://a:b@example.org/', events: ['cv.created'] }, 'forbidden_target'],
    ['no events', { url: 'https://example.org/', events: [] }, 'validation_failed'],
    ['an event twice', { url: 'https://example.org/', events: ['cv.created', 'cv.created'] }, 'validation_failed'],
    ['an unknown event', { url: 'https://example.org/', events: ['cv.exploded'] }, 'validation_failed'],
    ['a short secret', { url: 'https://example.org/', events: ['cv.created'], secret: 'short' }, 'validation_failed'],
  ])('refuse %s', async (_what, json, code) => {
    const answer = await client.call('/webhooks', { method: 'POST', json });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('are made once under one idempotency key, with one secret', async () => {
    const call = {
      method: 'POST',
      json: { url: receiver.url, events: ['cv.created'] },
      headers: { 'idempotency-key': crypto.randomUUID() },
    };
    const [first, second] = [
      await client.call<Webhook>('/webhooks', call),
      await client.call<Webhook>('/webhooks', call),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  it('are twenty at most', async () => {
    const person = await Client.registered(process.env.E2E_URL!);
    for (let index = 0; index < 20; index++) await subscribe(person, receiver, ['cv.created']);
    const json = { url: receiver.url, events: ['cv.created'] };
    const answer = await person.call('/webhooks', { method: 'POST', json });
    expect([answer.status, answer.body.code]).toEqual([409, 'too_many']);
  });
});

describe('events survive', () => {
  let platform: Platform;
  let client: Client;
  let receiver: Receiver;
  beforeAll(async () => {
    platform = await startPlatform();
    client = await Client.registered(platform.url);
    receiver = await Receiver.start();
  }, 90_000);
  afterAll(async () => {
    await receiver.stop();
    await platform.stop();
  }, 60_000);

  it('kill -9 of the background jobs in the middle of a delivery', async () => {
    const { path, id } = await subscribe(client, receiver, ['cv.created']);
    receiver.answer = () => new Promise<number>(() => undefined);
    await create(client);
    await receiver.at(path, 1);
    const jobs = platform.server('jobs');
    const killed = jobs.pid!;
    process.kill(killed, 'SIGKILL');
    receiver.answer = () => 200;
    const [first, second] = await receiver.at(path, 2, 40_000);
    expect(second!.headers['discover-event-id']).toBe(first!.headers['discover-event-id']);
    // The try that nobody could write down is none.
    expect(await settled(client, id, 'delivered')).toMatchObject({ attempts: [{ status: 200 }] });
    expect(jobs.pid).not.toBe(killed);
  }, 90_000);

  it('the loss of everything in the queue’s Redis', async () => {
    const { path, id } = await subscribe(client, receiver, ['cv.created']);
    receiver.answer = () => 500;
    await create(client);
    await waitFor(async () => (await log(client, id))[0]?.attempts.length === 1, { what: 'the first try' });
    const redis = platform.server('Redis queue');
    await redis.kill();
    const data = join(platform.folder, 'redis', 'queue');
    for (const name of await readdir(data)) await rm(join(data, name), { recursive: true, force: true });
    await redis.start();
    receiver.answer = () => 200;
    await receiver.at(path, 2, 60_000);
    expect(await settled(client, id, 'delivered', 20_000)).toMatchObject({
      attempts: [{ status: 500 }, { status: 200 }],
    });
  }, 120_000);
});
