export * from './advice.js';
export * from './database-health.js';
export { findQueryStatistics, type QueryStatistics, type QueryStatisticsFilter } from './query-statistics.js';
export { findRegressions, type Regression } from './regressions.js';
export { findSlowQueries, type SlowQuery, type SlowRun } from './slow-queries.js';
