import { once } from 'node:events';
import { connect as connectHttp2, type ClientHttp2Session, type SecureClientSessionOptions } from 'node:http2';
import { gunzipSync } from 'node:zlib';

import { Client } from '@discover/e2e';

import { must, same, type Checks } from './checks.js';
import { docker } from './engine.js';
import { send, type Reply } from './http.js';
import { BLOCKED_ADDRESS, type ComposeStack } from './stack.js';

const RATE_PER_MINUTE = 5_000;
const MIB = 1024 * 1024;
/** The same for everybody and kept by the edge, so that the API's own limits have no say. */
const CACHED = '/api/v1/templates';

/** H9: each promise of the edge, asked of the real one. */
export async function checkEdge(stack: ComposeStack, checks: Checks): Promise<void> {
  const { url } = stack;
  const from = (address: string) => ({ 'x-forwarded-for': address });

  await checks.that('5,000 requests a minute and address, then 429 with Retry-After', () => checkRate(url));
  await checks.that('a blocked address is refused', async () => {
    const reply = await send(`${url}${CACHED}`, { headers: from(BLOCKED_ADDRESS) });
    isProblem(reply, 403, 'forbidden');
  });
  await checks.that('only the trusted proxy is believed about addresses', async () => {
    const [api] = await stack.containers('api');
    const script = `fetch('http://edge:8080${CACHED}', { headers: { 'x-forwarded-for': '${BLOCKED_ADDRESS}' } }).then((r) => console.log(r.status))`;
    same(await docker('exec', api!, 'node', '-e', script), '200', 'the status');
  });
  await checkBodies(url, checks);
  await checks.that('uploads go to the API as they come', async () => {
    // Without a log-in the API refuses at once; an edge that collected the body first would wait for it.
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 10 * MIB };
    const reply = await send(`${url}/api/v1/parse`, { method: 'POST', headers, body: 'unfinished' });
    isProblem(reply, 401, 'unauthenticated');
  });
  await checks.that('events are passed on at once', () => checkEvents(stack));
  await checkCompression(url, checks);
  await checks.that('static files are kept, by the edge and by browsers', async () => {
    await send(`${url}${CACHED}`);
    const kept = await send(`${url}${CACHED}`);
    same([kept.status, kept.headers['x-edge-cache']], [200, 'HIT']);
    must(/public, max-age=\d+/.test(String(kept.headers['cache-control'])), String(kept.headers['cache-control']));
    const docs = await send(`${url}/docs/swagger-ui.css`);
    must(/max-age=\d+/.test(String(docs.headers['cache-control'])), `docs: ${String(docs.headers['cache-control'])}`);
  });
  await checks.that('a request keeps its id', async () => {
    const own = await send(`${url}/api/v1/me`, { headers: { 'x-request-id': 'mine-12345678' } });
    same([own.headers['x-request-id'], problemOf(own).requestId], ['mine-12345678', 'mine-12345678']);
    const made = await send(`${url}/api/v1/me`, { headers: { 'x-request-id': 'not <harmless>' } });
    must(/^[0-9a-f-]{36}$/.test(String(made.headers['x-request-id'])), String(made.headers['x-request-id']));
    same(problemOf(made).requestId, made.headers['x-request-id']);
  });
  await checks.that('what cannot be read is told as a problem', async () => {
    isProblem(await send(`${url}/u/%00`), 400, 'bad_request');
    isProblem(await send(`${url}/${'x'.repeat(20_000)}`), 400, 'bad_request');
  });
  await checks.that('HTTP/2 without TLS', () => overHttp2(url));
  await checks.that('HTTP/2 over TLS', () => overHttp2(stack.tlsUrl, { rejectUnauthorized: false }));
  await checks.that('metrics and health of the API are not served', async () => {
    for (const path of ['/metrics', '/health/ready', '/health/live'])
      isProblem(await send(url + path), 404, 'not_found');
  });
}

async function checkRate(url: string): Promise<string> {
  await send(`${url}${CACHED}`);
  const ask = () => send(`${url}${CACHED}`, { method: 'HEAD', headers: { 'x-forwarded-for': '203.0.113.7' } });
  const started = performance.now();
  const statuses: number[] = [];
  const replies: Reply[] = [];
  const one = async () => {
    while (statuses.length < RATE_PER_MINUTE * 2 && replies.length < 50) {
      const reply = await ask();
      statuses.push(reply.status);
      if (reply.status !== 200) replies.push(reply);
    }
  };
  await Promise.all(Array.from({ length: 16 }, one));
  const seconds = (performance.now() - started) / 1000;
  const taken = statuses.filter((status) => status === 200).length;
  const allowed = RATE_PER_MINUTE + (seconds * RATE_PER_MINUTE) / 60;
  must(taken >= RATE_PER_MINUTE, `only ${taken} were taken`);
  must(taken <= allowed + 50, `${taken} were taken, ${allowed.toFixed(0)} are allowed in ${seconds.toFixed(1)} s`);
  same(replies[0]?.headers['retry-after'], '1', 'Retry-After');
  const refused = await Promise.all(
    Array.from({ length: 50 }, () => send(`${url}${CACHED}`, { headers: { 'x-forwarded-for': '203.0.113.7' } })),
  );
  isProblem(
    refused.find((reply) => reply.status !== 200)!,
    429,
    'rate_limited',
  );
  same(
    (await send(`${url}${CACHED}`, { headers: { 'x-forwarded-for': '203.0.113.8' } })).status,
    200,
    'another address',
  );
  return `${taken} taken in ${seconds.toFixed(1)} s`;
}

async function checkBodies(url: string, checks: Checks): Promise<void> {
  const sizes: [path: string, limit: string, type: string, tooMuch: number][] = [
    ['/api/v1/cvs', '1 MiB', 'application/json', 1.1 * MIB],
    ['/api/v1/parse', '20 MiB', 'multipart/form-data; boundary=x', 22 * MIB],
    ['/api/v1/cvs/import', '20 MiB', 'multipart/form-data; boundary=x', 22 * MIB],
    ['/api/v1/imports', '200 MiB', 'application/zip', 202 * MIB],
  ];
  for (const [path, limit, type, tooMuch] of sizes) {
    await checks.that(`${path}: more than ${limit} is refused before it is sent`, async () => {
      const headers = { 'content-type': type, 'content-length': Math.round(tooMuch) };
      isProblem(await send(url + path, { method: 'POST', headers, body: 'unfinished' }), 413, 'too_large');
    });
  }
  await checks.that('an upload of 19 MiB reaches the API', async () => {
    const client = await Client.registered(url);
    // Nothing but zeros: the API is the one to say that this is no document.
    const file = { bytes: Buffer.alloc(19 * MIB), name: 'zeros.bin' };
    const answer = await client.call<{ code?: string }>('/parse', { method: 'POST', file });
    same([answer.status, answer.body.code], [415, 'unsupported_media_type']);
  });
}

/** The parser stands still, so the first event must come long before the last. */
async function checkEvents(stack: ComposeStack): Promise<void> {
  const client = await Client.registered(stack.url);
  const [parser] = await stack.containers('parser');
  await docker('pause', parser!);
  try {
    const text = Buffer.from('Ada Example\nada@example.org\n\nExperience\n2019 - 2024 Engineer, Example Works\n');
    const { body } = await client.import(text, 'cv.txt', 0);
    const response = await client.fetch(`/jobs/${body.job.id}/events`);
    same(response.headers.get('content-type'), 'text/event-stream');
    const reader = response.body!.getReader();
    const first = Buffer.from((await reader.read()).value).toString();
    must(first.includes('"queued"'), `the first event is ${first}`);
    await docker('unpause', parser!);
    let all = first;
    for (let part = await reader.read(); !part.done; part = await reader.read())
      all += Buffer.from(part.value).toString();
    must(all.includes('"succeeded"'), `the events were ${all}`);
  } finally {
    await docker('unpause', parser!).catch(() => undefined); // It runs again already where all went well.
  }
}

async function checkCompression(url: string, checks: Checks): Promise<void> {
  await checks.that('what the API compressed is not compressed again', async () => {
    // First as it is, so that a copy of that is kept when the others ask.
    await send(`${url}/api/v1/openapi.json`, { headers: { 'accept-encoding': 'identity' } });
    for (const encoding of ['gzip', 'br']) {
      const reply = await send(`${url}/api/v1/openapi.json`, { headers: { 'accept-encoding': encoding } });
      same(reply.headers['content-encoding'], encoding);
      if (encoding === 'gzip') same(gunzipSync(reply.body).subarray(0, 1).toString(), '{');
    }
    const plain = await send(`${url}/api/v1/openapi.json`, { headers: { 'accept-encoding': 'identity' } });
    same([plain.headers['content-encoding'], plain.body.subarray(0, 1).toString()], [undefined, '{']);
  });
}

async function overHttp2(url: string, options: SecureClientSessionOptions = {}): Promise<void> {
  const session: ClientHttp2Session = connectHttp2(url, options);
  try {
    const stream = session.request({ ':path': CACHED });
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    same(headers[':status'], 200);
    if (url.startsWith('https')) same(session.alpnProtocol, 'h2');
    stream.close();
  } finally {
    session.destroy();
  }
}

function isProblem(reply: Reply, status: number, code: string): void {
  same(
    [reply.status, String(reply.headers['content-type']).split(';')[0], problemOf(reply).code],
    [status, 'application/problem+json', code],
  );
  same(problemOf(reply).requestId, reply.headers['x-request-id'], 'the request id in the body');
}

function problemOf(reply: Reply): { code?: string; requestId?: string } {
  try {
    return JSON.parse(reply.body.toString()) as { code?: string };
  } catch {
    return {};
  }
}
