import type { NodeSDK } from '@opentelemetry/sdk-node';

/** Modules that the instrumentations look into; all others load as they always do. */
const INSTRUMENTED = ['http', 'https', 'pg', 'ioredis'];

let sdk: NodeSDK | undefined;

/**
 * Starts tracing, if an endpoint is set. It must run before the modules that it instruments are loaded, which is why a
 * service's main.ts awaits it and only then imports the rest: under ES modules a static import would come first, and the
 * instrumentation would silently see nothing.
 *
 * @param endpoint base URL of an OTLP collector over HTTP, or `none`
 */
export async function startTracing(service: string, endpoint: string): Promise<void> {
  if (endpoint === 'none') return;
  const { register } = await import('import-in-the-middle/register-hooks.mjs');
  register({ include: INSTRUMENTED });
  const [{ NodeSDK }, { OTLPTraceExporter }, http, pg, redis] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-pg'),
    import('@opentelemetry/instrumentation-ioredis'),
  ]);
  sdk = new NodeSDK({
    serviceName: service,
    traceExporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    // Metrics are Prometheus's and logs go to standard output: the SDK would send both too, by what the environment says.
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [
      new http.HttpInstrumentation({
        ignoreIncomingRequestHook: (request) => /^\/(health|metrics)/.test(request.url ?? ''),
      }),
      new pg.PgInstrumentation({ requireParentSpan: true }),
      new redis.IORedisInstrumentation({ requireParentSpan: true }),
    ],
  });
  sdk.start();
}

/** Sends what is still buffered and stops. The last step of a shutdown. */
export async function stopTracing(): Promise<void> {
  await sdk?.shutdown();
}
