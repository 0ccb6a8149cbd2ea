export * from './correlation.js';
export * from './logger.js';
export { metrics, metricsText, registry, startMetrics, type MetricObject } from './metrics.js';
export * from './start.js';
export * from './tracing.js';
