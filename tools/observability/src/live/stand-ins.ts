import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What a cluster's companions export, as text: kubelet and kube-state-metrics are not here. Every name of `EXTERNAL_SERIES`
 * that Prometheus does not make itself.
 */
const TEXT = `kubelet_volume_stats_used_bytes{namespace="discover",persistentvolumeclaim="postgres-1"} 4e9
kubelet_volume_stats_capacity_bytes{namespace="discover",persistentvolumeclaim="postgres-1"} 1e10
${['api', 'parser']
  .flatMap((name) => {
    const labels = `horizontalpodautoscaler="discover-${name}"`;
    return [
      `kube_horizontalpodautoscaler_spec_max_replicas{${labels}} 20`,
      `kube_horizontalpodautoscaler_spec_min_replicas{${labels}} 3`,
      `kube_horizontalpodautoscaler_status_current_replicas{${labels}} 3`,
      `kube_horizontalpodautoscaler_status_desired_replicas{${labels}} 3`,
      `kube_horizontalpodautoscaler_status_condition{${labels},condition="ScalingActive",status="false"} 0`,
    ];
  })
  .join('\n')}
`;

/** Serves it to Prometheus. */
export async function startStandIns(): Promise<{ target: string; stop: () => void }> {
  const server: Server = createServer((_request, response) => response.end(TEXT));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    target: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
