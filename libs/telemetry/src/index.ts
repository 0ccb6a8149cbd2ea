export * from './correlation.js';
export * from './logger.js';
export { metrics, registry, startMetrics } from './metrics.js';
export * from './start.js';
export * from './tracing.js';
