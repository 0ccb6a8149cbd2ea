export * from './correlation.js';
export * from './logger.js';
export { identity, type Identity } from './identity.js';
export { controlGroup } from './container-metrics.js';
export { metrics, metricsText, startMetrics, type MetricObject } from './metrics.js';
export { registry } from './registry.js';
export { serverMetrics } from './server-metrics.js';
export * from './start.js';
export * from './tracing.js';
