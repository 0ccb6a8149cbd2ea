import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as send } from 'node:http';

import { waitFor } from '@discover/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type CvAnswer } from '../src/index.js';

interface Raw {
  status: number;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** Different in two answers to the same question. */
const VOLATILE = ['date', 'server-timing', 'x-request-id', 'ratelimit', 'ratelimit-remaining', 'ratelimit-reset'];
const { api: managementPort } = JSON.parse(process.env.E2E_MANAGEMENT_PORTS!) as Record<string, number>;
const figures = async () => (await fetch(`http://127.0.0.1:${managementPort!}/metrics`)).text();
const SUMMARY = 'Led a team of nine. '.repeat(100);

describe('a CV that lies in the memory of the API', () => {
  const url = process.env.E2E_URL!;
  let client: Client;
  let path: string;
  beforeAll(async () => {
    client = await Client.registered(url);
    path = await newCv();
  });

  async function newCv(): Promise<string> {
    const json = { title: 'In memory', document: { basics: { name: 'Ada Qwertz', summary: SUMMARY } } };
    const { body } = await client.call<CvAnswer>('/cvs', { method: 'POST', json });
    return `/cvs/${body.id}`;
  }

  /** As it comes over the wire: fetch would decompress. */
  function get(headers: Record<string, string> = {}, ofPath = path): Promise<Raw> {
    return new Promise((resolve, reject) => {
      const all = { authorization: `Bearer ${client.accessToken!}`, ...headers };
      send(`${url}/api/v1${ofPath}`, { headers: all }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });
  }

  async function answeredFromMemory(): Promise<number> {
    const series = await figures();
    return Number(/^cv_http_answered_from_memory_total\S* (\d+)/m.exec(series)![1]);
  }

  /** The answer by the short way, once it is the short way that answers, and by the ordinary one, which pages of other origins take. */
  async function both(headers: Record<string, string> = {}): Promise<{ short: Raw; ordinary: Raw }> {
    const short = await waitFor(
      async () => {
        const before = await answeredFromMemory();
        const answer = await get(headers);
        return (await answeredFromMemory()) > before && answer;
      },
      { what: 'an answer from memory' },
    );
    const before = await answeredFromMemory();
    const ordinary = await get({ ...headers, origin: 'https://elsewhere.example' });
    expect(await answeredFromMemory()).toBe(before);
    return { short, ordinary };
  }

  const lasting = ({ headers }: Raw) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !VOLATILE.includes(name)));

  it.each(['identity', 'gzip', 'br'])('is answered as always, encoded by %s', async (encoding) => {
    const { short, ordinary } = await both({ 'accept-encoding': encoding });
    expect(short.status).toBe(200);
    expect(lasting(short)).toEqual({ ...lasting(ordinary), 'content-length': String(short.bytes.length) });
    expect(Object.keys(short.headers).sort()).toEqual(Object.keys(ordinary.headers).sort());
    const decoded = { identity: (b: Buffer) => b, gzip: gunzipSync, br: brotliDecompressSync }[encoding]!;
    expect(decoded(short.bytes).toString()).toBe(decoded(ordinary.bytes).toString());
    expect(JSON.parse(decoded(short.bytes).toString())).toMatchObject({ document: { basics: { name: 'Ada Qwertz' } } });
  });

  it('is not sent again to who has it', async () => {
    const { short: first } = await both();
    const { short, ordinary } = await both({ 'if-none-match': String(first.headers.etag) });
    expect([short.status, short.bytes.length]).toEqual([304, 0]);
    expect(lasting(short)).toEqual(lasting(ordinary));
  });

  it('counts against the limits, and as a request of its route', async () => {
    const { short } = await both();
    const next = await get();
    expect(Number(next.headers['ratelimit-remaining'])).toBeLessThan(Number(short.headers['ratelimit-remaining']));
    const series = await figures();
    // Other suites change CVs at the same address: a PATCH is a series of its own.
    const counted =
      /^http_request_duration_seconds_count\{(?=.*method="GET")(?=.*route="\/api\/v1\/cvs\/:id")(?=.*status="200").*\} (\d+)/m.exec(
        series,
      );
    expect(Number(counted![1])).toBeGreaterThan((await answeredFromMemory()) - 1);
  });

  it('is read as it is after a change, and by nobody after it was deleted', async () => {
    path = await newCv();
    await both();
    await client.call(path, { method: 'PATCH', json: { title: 'Changed' } });
    expect(JSON.parse((await get()).bytes.toString())).toMatchObject({ title: 'Changed' });
    await both();
    await client.call(path, { method: 'DELETE' });
    expect((await get()).status).toBe(404);
    path = await newCv();
  });

  it('is refused to those who may not see it, or have no right to read', async () => {
    await both();
    const stranger = await Client.registered(url);
    expect((await get({ authorization: `Bearer ${stranger.accessToken!}` })).status).toBe(404);
    const keyOf = async (scopes: string[]) =>
      (await client.call<{ key: string }>('/api-keys', { method: 'POST', json: { name: 'k', scopes } })).body.key;
    const reading = await keyOf(['cv:read']);
    const rendering = await keyOf(['render']);
    const { short } = await both({ authorization: `Bearer ${reading}` });
    expect(short.status).toBe(200);
    await get({ authorization: `Bearer ${rendering}` });
    expect((await get({ authorization: `Bearer ${rendering}` })).status).toBe(403);
    expect((await get({ authorization: `Bearer ${reading}x` })).status).toBe(401);
  });

  it('is refused at once when the session has ended', async () => {
    await both();
    await client.call('/auth/logout', { method: 'POST', json: {} });
    expect((await get()).status).toBe(401);
  });
});
