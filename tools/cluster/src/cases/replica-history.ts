import type { ApiClient, KubeObject } from '../control-plane/api-client.js';

export interface ReplicaChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly replicas: number;
}

/** Every change of a Deployment's wanted replicas, as the API server tells it, and the autoscalers' latest word. */
export class ReplicaHistory {
  readonly #changes = new Map<string, ReplicaChange[]>();
  readonly #autoscalers = new Map<string, KubeObject>();
  readonly #listeners = new Set<() => void>();
  readonly #done = new AbortController();
  #watching: Promise<unknown> = Promise.resolve();

  constructor(private readonly api: ApiClient) {}

  start(): void {
    const deployments = this.api.watch('/apis/apps/v1/deployments', this.#done.signal, ({ object }) => {
      const changes = this.of(object.metadata.namespace ?? '', object.metadata.name);
      const replicas = object.spec?.replicas as number;
      if (changes.at(-1)?.replicas === replicas) return;
      changes.push({ at: Date.now(), replicas });
      this.#tell();
    });
    const path = '/apis/autoscaling/v2/horizontalpodautoscalers';
    const autoscalers = this.api.watch(path, this.#done.signal, ({ object }) => {
      this.#autoscalers.set(`${object.metadata.namespace}/${object.metadata.name}`, object);
      this.#tell();
    });
    this.#watching = Promise.all([deployments, autoscalers]);
  }

  async stop(): Promise<void> {
    this.#done.abort();
    await this.#watching;
  }

  of(namespace: string, deployment: string): ReplicaChange[] {
    const key = `${namespace}/${deployment}`;
    const changes = this.#changes.get(key) ?? [];
    this.#changes.set(key, changes);
    return changes;
  }

  autoscaler(namespace: string, name: string): KubeObject | undefined {
    return this.#autoscalers.get(`${namespace}/${name}`);
  }

  /** Resolves when the predicate holds, asked after every change; false if it did not in time. */
  until(predicate: () => boolean, timeoutMs: number): Promise<boolean> {
    return new Promise((answer) => {
      const settle = (held: boolean) => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        answer(held);
      };
      const look = () => {
        if (predicate()) settle(true);
      };
      const timer = setTimeout(settle, timeoutMs, false);
      this.#listeners.add(look);
      look();
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
