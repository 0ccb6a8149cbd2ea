import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Client, startPlatform, type Answer, type Platform } from '../src/index.js';

/** Small enough to be reached. */
const LIMITS = {
  RATE_LIMIT_FREE: '200',
  RATE_LIMIT_EXPENSIVE_FREE: '5',
  RATE_LIMIT_ANONYMOUS: '40',
  RATE_LIMIT_AUTH: '20',
  CORS_ORIGINS: 'https://app.example.org',
};

describe('limits', () => {
  let platform: Platform;
  /** Opened before the address has used up what it may. */
  let early: Client;
  beforeAll(async () => {
    Object.assign(process.env, LIMITS);
    platform = await startPlatform();
    early = await Client.registered(platform.url);
  }, 90_000);
  afterAll(async () => {
    for (const name of Object.keys(LIMITS)) Reflect.deleteProperty(process.env, name);
    await platform.stop();
  }, 60_000);

  /** Counting begins anew with each minute: what must fall into one does not begin at the end of one. */
  const earlyInAMinute = async () => {
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 20_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
  };
  const statusesOf = async (count: number, call: () => Promise<Answer<{ code?: string }>>) => {
    const answers: Answer<{ code?: string }>[] = [];
    for (let index = 0; index < count; index++) answers.push(await call());
    return answers;
  };
  const admitted = (answers: readonly Answer<unknown>[]) => answers.filter((answer) => answer.status !== 429).length;

  it('stand in every answer, and past them requests are refused until the minute is over', async () => {
    await earlyInAMinute();
    const client = await Client.registered(platform.url);
    const answers = await statusesOf(210, () => client.call('/me'));
    expect(admitted(answers)).toBe(200);
    const first = answers[0]!.headers;
    expect(first.get('ratelimit-limit')).toBe('200');
    expect(first.get('ratelimit-remaining')).toBe('199');
    expect(first.get('ratelimit-policy')).toBe('"account";q=200;w=60');
    expect(first.get('ratelimit')).toMatch(/^"account";r=199;t=\d+$/);
    const refused = answers.at(-1)!;
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
    expect(refused.headers.get('content-type')).toMatch('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBe(Number(refused.headers.get('ratelimit-reset')));
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  }, 90_000);

  it('are each person’s own, and leave half to the sessions of whoever’s key runs wild', async () => {
    await earlyInAMinute();
    const client = await Client.registered(platform.url);
    const { body } = await client.call<{ key: string }>('/api-keys', {
      method: 'POST',
      json: { name: 'wild', scopes: ['cv:read'] },
    });
    const wild = new Client(platform.url);
    wild.accessToken = body.key;
    expect(admitted(await statusesOf(110, () => wild.call('/cvs')))).toBe(100);
    expect((await client.call('/cvs')).status).toBe(200);
  }, 90_000);

  it('are stricter for what is expensive', async () => {
    await earlyInAMinute();
    const client = await Client.registered(platform.url);
    const answers = await statusesOf(8, () => client.call('/parse', { method: 'POST', json: {} }));
    expect(admitted(answers)).toBe(5);
    expect(answers.at(-1)!.headers.get('ratelimit-policy')).toBe('"expensive";q=5;w=60');
    expect((await client.call('/cvs')).status).toBe(200);
  }, 90_000);

  it('hold for whoever says not who they are, by address, and stop the guessing of keys', async () => {
    await earlyInAMinute();
    const guess = () =>
      new Client(platform.url).call('/me', {
        headers: { 'x-api-key': `dk_00000000-0000-7000-8000-000000000000.${'a'.repeat(43)}` },
      });
    const answers = await statusesOf(60, guess);
    expect(admitted(answers)).toBeLessThanOrEqual(40);
    expect(answers[0]!.status).toBe(401);
    expect((await new Client(platform.url).call('/templates')).status).toBe(429);
    // The load balancer is answered all the same.
    expect((await fetch(`${platform.url}/health/live`)).status).toBe(200);
  }, 90_000);

  it('hold without the cache’s Redis too', async () => {
    await earlyInAMinute();
    const redis = platform.server('Redis cache');
    redis.pause();
    const answers = await statusesOf(210, () => early.call('/me'));
    redis.resume();
    expect(admitted(answers)).toBe(200);
    expect(answers.every(({ status }) => [200, 429].includes(status))).toBe(true);
  }, 150_000);

  it('allow pages of the origins that are configured, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${platform.url}/api/v1/cvs`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,idempotency-key',
        },
      });
    const allowed = await preflight('https://app.example.org');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.org');
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization,idempotency-key');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await preflight('https://evil.example.org')).headers.get('access-control-allow-origin')).toBeNull();
    const answer = await fetch(`${platform.url}/api/v1/cvs`, { headers: { origin: 'https://app.example.org' } });
    expect(answer.headers.get('access-control-expose-headers')).toMatch('ETag');
    expect(answer.headers.get('vary')).toMatch(/Authorization, X-Api-Key.*Origin/);
  });
});

describe('methods', () => {
  const url = process.env.E2E_URL!;
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(url);
  });

  it('that a known path does not have are told from paths that are not known', async () => {
    const wrong = await client.call('/cvs', { method: 'DELETE' });
    expect([wrong.status, wrong.body.code]).toEqual([405, 'method_not_allowed']);
    expect(wrong.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(['GET', 'HEAD', 'POST']));
    const nowhere = await client.call('/nowhere', { method: 'DELETE' });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not_found']);
    const options = await client.call('/cvs', { method: 'OPTIONS' });
    expect(options.status).toBe(405);
  });

  it('HEAD answers as GET does, without the body', async () => {
    const created = await client.call<{ id: string }>('/cvs', { method: 'POST', json: { title: 't', document: {} } });
    const path = `/cvs/${created.body.id}`;
    const [head, get] = [await client.fetch(path, { method: 'HEAD' }), await client.call(path)];
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'cache-control'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    expect(Number(head.headers.get('content-length'))).toBe(get.bytes.length);
    expect((await new Client(url).fetch(path, { method: 'HEAD' })).status).toBe(401);
  });

  it('without CORS answer no origin', async () => {
    const answer = await fetch(`${url}/api/v1/templates`, { headers: { origin: 'https://app.example.org' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
