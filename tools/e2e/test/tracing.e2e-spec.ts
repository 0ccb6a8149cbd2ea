import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { Client, startPlatform, TraceBackend } from '../src/index.js';
import { samplePdf } from './documents.js';

let backend: TraceBackend;

beforeAll(async () => {
  backend = await TraceBackend.start();
});
afterAll(() => backend.stop());

it('one trace leads from the request through the queue into the parser and its database', async () => {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = backend.url;
  const platform = await startPlatform().finally(() => delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const client = await Client.registered(platform.url);
  expect((await client.import(await samplePdf(), 'cv.pdf')).status).toBe(201);
  // A stop sends what is still buffered.
  await platform.stop();

  const processing = backend.spans.find((span) => span.service === 'parser' && span.name === 'process parse');
  expect(backend.path(processing)).toEqual(['api: POST', 'parser: process parse']);
  const inParser = backend.spans.filter(
    ({ traceId, service, name }) =>
      traceId === processing?.traceId && service === 'parser' && name.startsWith('pg.query'),
  );
  expect(inParser.map((span) => backend.path(span).slice(0, 2))).toContainEqual(['api: POST', 'parser: process parse']);
}, 90_000);
