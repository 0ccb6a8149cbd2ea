import { context, propagation, SpanKind, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';

/**
 * Our own spans in place of BullMQ's `telemetry` option: that one writes every job's result into its span (worker.js,
 * `bullmq.job.result`), and a result of the parser is a person's CV. Names follow OpenTelemetry's conventions for messaging.
 */
const tracer = trace.getTracer('@discover/queue');

const attributes = (queue: string, job: string, id: string | undefined, operation: string): Attributes => ({
  'messaging.system': 'bullmq',
  'messaging.operation.type': operation,
  'messaging.destination.name': queue,
  'cv.job.name': job,
  ...(id !== undefined && { 'messaging.message.id': id }),
});

/** The present trace as W3C headers; undefined when nothing is traced. */
export function traceHeaders(): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return Object.keys(headers).length > 0 ? headers : undefined;
}

/** Runs `work`, which puts a job on a queue, as a span of the present trace. */
export function asProducer<T>(queue: string, job: string, id: string, work: () => Promise<T>): Promise<T> {
  const options = { kind: SpanKind.PRODUCER, attributes: attributes(queue, job, id, 'send') };
  return tracer.startActiveSpan(`send ${queue}`, options, (span) => work().finally(() => span.end()));
}

/** Runs `work`, one run of a job, as a span of the trace that put the job on the queue. */
export function asConsumer<T>(
  source: { queue: string; job: string; id: string | undefined; trace: Record<string, string> | undefined },
  work: () => Promise<T>,
): Promise<T> {
  const { queue, job, id } = source;
  const parent = propagation.extract(context.active(), source.trace ?? {});
  const options = { kind: SpanKind.CONSUMER, attributes: attributes(queue, job, id, 'process') };
  return tracer.startActiveSpan(`process ${queue}`, options, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
      throw error;
    } finally {
      span.end();
    }
  });
}
