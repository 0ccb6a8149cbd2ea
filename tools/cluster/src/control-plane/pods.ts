import type { ApiClient, KubeObject } from './api-client.js';

/**
 * Says of every pod what a kubelet would once its containers run: that it is ready, or, of a Job's, that it has finished.
 * Nothing is run: what this platform's containers do is the business of `npm run test:docker`.
 */
export class StandInKubelet {
  readonly #pods = new Map<string, KubeObject>();
  readonly #done = new AbortController();
  #watching: Promise<void> = Promise.resolve();

  constructor(private readonly api: ApiClient) {}

  start(): void {
    this.#watching = this.api.watch('/api/v1/pods', this.#done.signal, ({ type, object }) => {
      const key = `${object.metadata.namespace}/${object.metadata.name}`;
      if (type === 'DELETED') this.#pods.delete(key);
      else this.#pods.set(key, object);
      if (type === 'ADDED' && object.status?.phase === 'Pending') void this.#run(object);
    });
  }

  /** The pods of a workload that are there. */
  of(namespace: string, component: string): KubeObject[] {
    return [...this.#pods.values()].filter(
      ({ metadata }) =>
        metadata.namespace === namespace &&
        metadata.labels?.['app.kubernetes.io/component'] === component &&
        metadata.deletionTimestamp === undefined,
    );
  }

  async stop(): Promise<void> {
    this.#done.abort();
    await this.#watching;
  }

  async #run({ metadata, spec }: KubeObject): Promise<void> {
    const finished = metadata.ownerReferences?.some(({ kind }) => kind === 'Job') === true;
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const condition = (type: string, status = 'True') => ({ type, status, lastTransitionTime: now });
    const containers = spec?.containers as { name: string; image: string }[];
    const state = finished ? { terminated: { exitCode: 0, reason: 'Completed' } } : { running: { startedAt: now } };
    const status = {
      phase: finished ? 'Succeeded' : 'Running',
      startTime: now,
      podIP: '127.0.0.1',
      conditions: [
        condition('Initialized'),
        condition('Ready', finished ? 'False' : 'True'),
        condition('ContainersReady'),
      ],
      containerStatuses: containers.map(({ name, image }) => ({
        name,
        image,
        imageID: image,
        ready: !finished,
        started: !finished,
        restartCount: 0,
        state,
      })),
    };
    // A pod may be taken away again before it ran.
    await this.api
      .patch(`/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/status`, { status })
      .catch(() => undefined);
  }
}
