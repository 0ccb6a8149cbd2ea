/**
 * Metrics of which every process publishes what happened lately. Chosen small: the whole registry of a process is some
 * thousand series, and most are for graphs over days.
 */
export const FAMILIES = [
  'http_request_duration_seconds',
  'cv_rate_limited_total',
  'cv_cache_requests_total',
  'cv_cache_errors_total',
  'cv_cache_breaker_open',
  'cv_cache_l1_bytes',
  'cv_job_run_seconds',
  'cv_job_wait_seconds',
  'cv_job_stalled_total',
  'cv_job_dead_lettered_total',
  'cv_worker_slots',
  'cv_db_query_duration_seconds',
  'cv_db_reads_total',
  'cv_db_pool_connections',
  'cv_db_replica_usable',
  'cv_db_replica_lag_seconds',
  'cv_maintenance_mode',
] as const;

export type FamilyName = (typeof FAMILIES)[number];
