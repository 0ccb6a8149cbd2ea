import { trace } from '@opentelemetry/api';
import { destination, pino, stdTimeFunctions, type Logger as PinoLogger } from 'pino';

import { correlation } from './correlation.js';
import type { LogCategory } from './log-category.js';

export type Logger = PinoLogger;
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/**
 * Members that never reach a log line, wherever they stand in what is logged. The rule is to log ids and sizes only;
 * this is the net below it.
 */
const SECRET_PATHS = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'document',
  'payload',
  'cookie',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/**
 * JSON lines on standard output, each with service, level, time, its category, and the request, job and trace that it
 * belongs to.
 */
export function createLogger(service: string, level: LogLevel = 'info'): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_PATHS, censor: '[hidden]' },
      mixin: traceAndCorrelation,
      serializers: { err: describeError },
    },
    destination({ sync: false }),
  );
}

/**
 * Only what tells errors apart: their other members may hold what they were about, such as a statement's parameters, which
 * are people's data.
 */
function describeError(error: unknown): object {
  if (typeof error !== 'object' || error === null) return { type: typeof error };
  const { name, message, stack, code, cause } = error as Error & { code?: unknown };
  return { type: name, code, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}

function traceAndCorrelation(): object {
  const span = trace.getActiveSpan()?.spanContext();
  // What is logged with a category of its own overrides this one.
  return {
    category: 'application' satisfies LogCategory,
    ...correlation(),
    ...(span && { traceId: span.traceId, spanId: span.spanId }),
  };
}
