import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { Client, startPlatform } from '../src/index.js';
import { samplePdf } from './documents.js';

interface Span {
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

/** A collector that keeps what it is sent (OTLP over HTTP, as JSON). */
const spans: Span[] = [];
let collector: Server;

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      keep(JSON.parse(Buffer.concat(chunks).toString()) as Parameters<typeof keep>[0]);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => collector.close(resolve)));

function keep(body: {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Omit<Span, 'service'>[] }[];
  }[];
}): void {
  for (const { resource, scopeSpans } of body.resourceSpans) {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    for (const span of scopeSpans.flatMap((scope) => scope.spans)) spans.push({ ...span, service });
  }
}

it('one trace leads from the request through the queue into the parser and its database', async () => {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const platform = await startPlatform();
  const client = await Client.registered(platform.url);
  expect((await client.import(await samplePdf(), 'cv.pdf')).status).toBe(201);
  // A stop sends what is still buffered.
  await platform.stop();
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;

  const processing = spans.find((span) => span.service === 'parser' && span.name === 'process parse');
  const trace = spans.filter((span) => span.traceId === processing?.traceId);
  const path = (span: Span | undefined): string[] =>
    span ? [...path(trace.find(({ spanId }) => spanId === span.parentSpanId)), `${span.service}: ${span.name}`] : [];
  expect(path(processing)).toEqual(['api: POST', 'parser: process parse']);
  const inParser = trace.filter((span) => span.service === 'parser' && span.name.startsWith('pg.query'));
  expect(inParser.map((span) => path(span).slice(0, 2))).toContainEqual(['api: POST', 'parser: process parse']);
}, 90_000);
