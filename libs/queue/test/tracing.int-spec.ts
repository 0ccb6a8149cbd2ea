import { testRedis } from '@discover/testing';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Payload as Data } from '@nestjs/microservices';

import { HandlesJob } from '../src/index.js';
import { free, Stage, WORK, type Payload } from './support.js';

const exporter = new InMemorySpanExporter();
const sdk = new NodeSDK({ spanProcessors: [new SimpleSpanProcessor({ exporter })], instrumentations: [] });
let stage: Stage;

beforeAll(() => sdk.start());
afterAll(() => sdk.shutdown());
beforeEach(() => {
  const { url, prefix } = testRedis('tracing');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

it('one trace leads from the request through the queue into the handler, and carries no result', async () => {
  let inHandler: string | undefined;
  @Controller()
  class WorkController {
    @HandlesJob(WORK)
    work(@Data() { n }: Payload): { double: number } {
      inHandler = trace.getActiveSpan()?.spanContext().spanId;
      return { double: n * 2 };
    }
  }
  await stage.worker([WorkController]);
  const producer = stage.producer();
  const job = free();
  const request = trace.getTracer('test').startSpan('request');
  await context.with(trace.setSpan(context.active(), request), () => producer.add(WORK, { n: 12_345 }, job));
  request.end();
  await producer.wait(WORK, job.id, { timeoutMs: 5_000 });

  const spans = exporter.getFinishedSpans();
  const send = spans.find(({ name }) => name === 'send parse');
  const process = spans.find(({ name }) => name === 'process parse');
  expect(send).toMatchObject({ kind: SpanKind.PRODUCER, parentSpanContext: { spanId: request.spanContext().spanId } });
  expect(process).toMatchObject({
    kind: SpanKind.CONSUMER,
    parentSpanContext: { spanId: send?.spanContext().spanId, isRemote: true },
    attributes: { 'messaging.message.id': job.id, 'cv.job.name': WORK.name },
  });
  expect(process?.spanContext().traceId).toBe(request.spanContext().traceId);
  expect(inHandler).toBe(process?.spanContext().spanId);
  const everything = JSON.stringify(spans.map(({ name, attributes, events }) => ({ name, attributes, events })));
  expect(everything).not.toMatch(/12345|24690/);
});
