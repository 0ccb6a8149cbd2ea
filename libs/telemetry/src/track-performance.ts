import { SpanStatusCode, trace } from '@opentelemetry/api';

import { metrics } from './metrics.js';

/** Found once for each operation: prom-client checks the labels at every look-up. */
const durations = new Map<string, ReturnType<typeof metrics.operationDuration.labels>>();

/**
 * Measures `work` into `cv_operation_duration_seconds`, and as a span of the trace that it is part of.
 *
 * @param operation `<part>.<what>`, from a small closed set: never an id
 */
export async function trackPerformance<T>(operation: string, work: () => Promise<T>): Promise<T> {
  const tracer = trace.getTracer('discover');
  return tracer.startActiveSpan(operation, async (span) => {
    const startedAt = performance.now();
    let outcome = 'failed';
    try {
      const result = await work();
      outcome = 'ok';
      return result;
    } catch (error) {
      // Nothing of the error itself: its text may hold what it was about.
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      durationOf(operation, outcome).observe((performance.now() - startedAt) / 1000);
      span.end();
    }
  });
}

type AsyncMethod = (...args: never[]) => Promise<unknown>;

/**
 * `trackPerformance` for an asynchronous method. It stands next to the method, below decorators that note something on it
 * (`@HandlesJob`, `@Get`), which then note it on what is called.
 */
export function TrackPerformance(operation: string) {
  return <M extends AsyncMethod>(
    _target: object,
    _name: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    const method = descriptor.value!;
    const tracked = function (this: unknown, ...args: Parameters<M>) {
      return trackPerformance(operation, () => method.apply(this, args));
    };
    descriptor.value = tracked as M;
  };
}

function durationOf(operation: string, outcome: string) {
  const key = `${operation} ${outcome}`;
  let duration = durations.get(key);
  if (!duration) durations.set(key, (duration = metrics.operationDuration.labels({ operation, outcome })));
  return duration;
}
