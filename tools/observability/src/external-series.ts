/**
 * Series that rules and panels read and that are not ours: all of them, so that a name that nobody exports is found by a test.
 * They are there in a cluster with Prometheus's usual companions; without them their panels are empty and their alerts silent.
 */
export const EXTERNAL_SERIES: Readonly<Record<string, readonly string[]>> = {
  // Prometheus itself
  up: ['service', 'instance'],
  ALERTS: ['alertname', 'alertstate', 'severity', 'priority', 'team'],
  // kubelet
  kubelet_volume_stats_used_bytes: ['namespace', 'persistentvolumeclaim'],
  kubelet_volume_stats_capacity_bytes: ['namespace', 'persistentvolumeclaim'],
  // kube-state-metrics
  kube_horizontalpodautoscaler_spec_max_replicas: ['horizontalpodautoscaler'],
  kube_horizontalpodautoscaler_spec_min_replicas: ['horizontalpodautoscaler'],
  kube_horizontalpodautoscaler_status_current_replicas: ['horizontalpodautoscaler'],
  kube_horizontalpodautoscaler_status_desired_replicas: ['horizontalpodautoscaler'],
  kube_horizontalpodautoscaler_status_condition: ['horizontalpodautoscaler', 'condition', 'status'],
};

/** Recorded by charts/discover/templates/scaling, since they depend on values. */
export const SCALING_SERIES: Readonly<Record<string, readonly string[]>> = {
  'discover:scaling_replicas': ['service'],
  'discover:scaling_pending_jobs': ['service', 'queue'],
  'discover:scaling_requests_per_second': ['service'],
  'discover:scaling_demand_replicas': ['service'],
  'discover:scaling_expected_replicas': ['service', 'week'],
  'discover:scaling_step_replicas': ['service'],
  'discover:scaling_memory_replicas': ['service'],
  'discover:scaling_processing_replicas': ['service'],
  'discover:scaling_schedule_replicas': ['service'],
  'discover:scaling_forecast_replicas': ['service'],
  'discover:scaling_utc_offset_seconds': [],
};
