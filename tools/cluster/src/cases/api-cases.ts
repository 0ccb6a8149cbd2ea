import { setTimeout as delay } from 'node:timers/promises';

import { replicasOf, setReplicas, stepsSince, story, untilSettled, type Case, type Lab, type Step } from './lab.js';

const CPUS_PER_REPLICA = 2;
const MINUTE = 60_000;

/** So many percent of the request of so many replicas, in busy CPUs. */
const busy = (percent: number, replicas: number) => (percent / 100) * CPUS_PER_REPLICA * replicas;

const sum = (steps: readonly Step[]) => steps.reduce((total, { by }) => total + by, 0);

/**
 * Never more than two within a minute, less what the controller's period and our clock may differ by. The kubelet's CPU and ours
 * may pass the threshold at different looks of the controller, so two replicas can come one after the other.
 */
const keepPace = (steps: readonly Step[]) =>
  steps.every(
    ({ seconds }) =>
      Math.abs(sum(steps.filter((other) => other.seconds <= seconds && other.seconds > seconds - 57))) <= 2,
  );

/** A case that begins with three replicas at half their load. */
async function settle(lab: Lab, namespace: string): Promise<void> {
  lab.exporter.load(namespace).cpus = busy(50, 3);
  if (!(await untilSettled(lab, namespace, 3)))
    throw new Error(`the autoscaler of ${namespace} never read its pods' CPU`);
}

export const brief: Case = {
  namespace: 'brief',
  name: 'API at 71 % CPU for 100 s',
  wanted: 'stays at 3',
  values: {},
  async run(lab) {
    await settle(lab, this.namespace);
    const from = Date.now();
    lab.exporter.load(this.namespace).cpus = busy(71, 3);
    await delay(100_000);
    lab.exporter.load(this.namespace).cpus = busy(50, 3);
    const moved = await lab.history.until(() => replicasOf(lab.history, this.namespace, 'api') !== 3, 4 * MINUTE);
    return { seen: story(lab.history, this.namespace, 'api', from), ok: !moved };
  },
};

export const held: Case = {
  namespace: 'held',
  name: 'API at 71 % CPU for longer',
  wanted: '+2 after 120 s at the earliest, and no more',
  values: {},
  async run(lab) {
    await settle(lab, this.namespace);
    const from = Date.now();
    lab.exporter.load(this.namespace).cpus = busy(71, 3);
    await lab.history.until(() => (replicasOf(lab.history, this.namespace, 'api') ?? 0) > 3, 6 * MINUTE);
    // What it does next, with 43 % of load for each: nothing.
    await delay(MINUTE);
    const steps = stepsSince(lab.history, this.namespace, 'api', from);
    const ok = sum(steps) === 2 && steps[0]!.seconds >= 120 && keepPace(steps);
    return { seen: story(lab.history, this.namespace, 'api', from), ok };
  },
};

export const surge: Case = {
  namespace: 'surge',
  name: 'API with load for 9 replicas, then with hardly any',
  wanted: 'to 9, by at most 2 in 60 s; below 25 % for 300 s down to 3, by at most 2 in 60 s',
  values: {},
  async run(lab) {
    await settle(lab, this.namespace);
    const from = Date.now();
    lab.exporter.load(this.namespace).cpus = busy(69, 9);
    await lab.history.until(() => replicasOf(lab.history, this.namespace, 'api') === 9, 9 * MINUTE);
    const up = stepsSince(lab.history, this.namespace, 'api', from);
    const quietFrom = Date.now();
    lab.exporter.load(this.namespace).cpus = busy(15, 3);
    await lab.history.until(() => replicasOf(lab.history, this.namespace, 'api') === 3, 12 * MINUTE);
    const down = stepsSince(lab.history, this.namespace, 'api', quietFrom);
    const ok =
      [up, down].every(keepPace) &&
      sum(up) === 6 &&
      sum(down) === -6 &&
      up[0]!.seconds >= 120 &&
      down[0]!.seconds >= 300;
    const told = (steps: readonly Step[]) =>
      steps.map(({ by, seconds }) => `${by > 0 ? '+' : ''}${by} after ${Math.round(seconds)} s`).join(', ');
    return { seen: `3: ${told(up)}; then quiet: ${told(down)}`, ok };
  },
};

export const between: Case = {
  namespace: 'between',
  name: 'API at 30 % CPU with 7 replicas for 7 min',
  wanted: 'stays at 7',
  values: {},
  async run(lab) {
    await settle(lab, this.namespace);
    lab.exporter.load(this.namespace).cpus = busy(30, 7);
    await setReplicas(lab, this.namespace, 'api', 7);
    const from = Date.now() + 1_000;
    await lab.history.until(() => replicasOf(lab.history, this.namespace, 'api') === 7, MINUTE);
    const moved = await lab.history.until(() => replicasOf(lab.history, this.namespace, 'api') !== 7, 7 * MINUTE);
    return { seen: story(lab.history, this.namespace, 'api', from), ok: !moved };
  },
};

export const lost: Case = {
  namespace: 'lost',
  name: 'Prometheus loses sight of an idle API with 5 replicas for 7 min',
  wanted: 'stays at 5',
  values: {},
  async run(lab) {
    await settle(lab, this.namespace);
    lab.exporter.load(this.namespace).cpus = busy(5, 5);
    lab.exporter.load(this.namespace).visible = false;
    await setReplicas(lab, this.namespace, 'api', 5);
    const from = Date.now() + 1_000;
    await lab.history.until(() => replicasOf(lab.history, this.namespace, 'api') === 5, MINUTE);
    const moved = await lab.history.until(() => replicasOf(lab.history, this.namespace, 'api') !== 5, 7 * MINUTE);
    return { seen: story(lab.history, this.namespace, 'api', from), ok: !moved };
  },
};
