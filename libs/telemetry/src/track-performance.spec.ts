import { describe, expect, it } from '@jest/globals';
import {
  context,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanStatus,
  type Tracer,
} from '@opentelemetry/api';

import { metrics } from './metrics.js';
import { TrackPerformance, trackPerformance } from './track-performance.js';

async function countOf(operation: string, outcome: string): Promise<number> {
  const { values } = await metrics.operationDuration.get();
  const count = values.find(
    ({ metricName, labels }) =>
      metricName === 'cv_operation_duration_seconds_count' &&
      labels.operation === operation &&
      labels.outcome === outcome,
  );
  return count?.value ?? 0;
}

class Counter {
  constructor(private readonly step: number) {}

  @TrackPerformance('test.add')
  async add(to: number): Promise<number> {
    if (to < 0) throw new RangeError('negative');
    return to + this.step;
  }
}

describe('an operation whose time is tracked', () => {
  it('answers what it answers, and is counted by how it ended', async () => {
    const counter = new Counter(2);
    await expect(counter.add(1)).resolves.toBe(3);
    await expect(counter.add(2)).resolves.toBe(4);
    await expect(counter.add(-1)).rejects.toThrow(RangeError);
    expect(await countOf('test.add', 'ok')).toBe(2);
    expect(await countOf('test.add', 'failed')).toBe(1);
  });

  it('is a span, which says nothing of the error', async () => {
    const told: unknown[][] = [];
    trace.setGlobalTracerProvider({ getTracer: () => tracerThatNotes(told) });
    try {
      await trackPerformance('test.span', () => Promise.resolve());
      await expect(trackPerformance('test.span', () => Promise.reject(new Error('of a person')))).rejects.toThrow();
    } finally {
      trace.disable();
    }
    expect(told).toEqual([
      ['test.span', 'end'],
      ['test.span', { code: SpanStatusCode.ERROR }, 'end'],
    ]);
  });
});

/** A tracer whose spans note, one list each, what they are told. */
function tracerThatNotes(told: unknown[][]): Tracer {
  const startSpan = (name: string): Span => {
    const notes: unknown[] = [name];
    told.push(notes);
    const span = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 });
    return Object.assign(span, {
      setStatus: (status: SpanStatus) => (notes.push(status), span),
      recordException: (error: unknown) => void notes.push(error),
      end: () => void notes.push('end'),
    });
  };
  const startActiveSpan = (name: string, ...rest: unknown[]) => {
    const work = rest.at(-1) as (span: Span) => unknown;
    const span = startSpan(name);
    return context.with(trace.setSpan(context.active() satisfies Context, span), () => work(span));
  };
  return { startSpan, startActiveSpan };
}
