import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

import { Counter, Gauge } from 'prom-client';

import { registry } from './registry.js';

const registers = [registry];
/**
 * What a container uses against what it may use. Outside one: this process against the machine. Each process of a container
 * reads the same: take `max without (process)`.
 */
export const containerMetrics = {
  containerCpu: new Counter({
    name: 'cv_container_cpu_seconds_total',
    help: 'CPU time of all processes of the container (outside one: of this process).',
    registers,
  }),
  containerCpuThrottled: new Counter({
    name: 'cv_container_cpu_throttled_seconds_total',
    help: 'Time for which the container was kept from running because its CPU limit was reached.',
    registers,
  }),
  containerCpuLimit: new Gauge({
    name: 'cv_container_cpu_limit_cores',
    help: 'CPUs that the container may use.',
    registers,
  }),
  containerMemory: new Gauge({
    name: 'cv_container_memory_bytes',
    help: 'Memory of the container without file pages that can be dropped (outside one: resident memory of this process).',
    registers,
  }),
  containerMemoryLimit: new Gauge({
    name: 'cv_container_memory_limit_bytes',
    help: 'Memory that the container may use.',
    registers,
  }),
  eventLoopActive: new Counter({
    name: 'cv_event_loop_active_seconds_total',
    help: 'Time for which the event loop was not idle: its rate is its utilisation.',
    registers,
  }),
} as const;

interface Container {
  cpuSeconds: number;
  throttledSeconds: number;
  cpuLimit: number;
  memory: number;
  memoryLimit: number;
}

/** Sets all of {@link containerMetrics}; read when Prometheus asks. */
export function readContainer(): void {
  const { cpuSeconds, throttledSeconds, cpuLimit, memory, memoryLimit } =
    controlGroup('/sys/fs/cgroup') ?? ownProcess();
  setTo(containerMetrics.containerCpu, cpuSeconds);
  setTo(containerMetrics.containerCpuThrottled, throttledSeconds);
  containerMetrics.containerCpuLimit.set(cpuLimit);
  containerMetrics.containerMemory.set(memory);
  containerMetrics.containerMemoryLimit.set(memoryLimit);
  setTo(containerMetrics.eventLoopActive, performance.eventLoopUtilization().active / 1_000);
}

/** A count that something else keeps. */
function setTo(counter: Counter, value: number): void {
  counter.reset();
  counter.inc(value);
}

/**
 * The container's own control group, version 2; undefined outside a container, where the root group has no `memory.current`.
 * Working set as Kubernetes has it: usage without inactive file pages.
 *
 * @param folder where the container sees its group
 */
export function controlGroup(folder: string): Container | undefined {
  try {
    const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8').trim();
    const memory = Number(read('memory.current')) - field(read('memory.stat'), 'inactive_file');
    const cpu = read('cpu.stat');
    const [quota = 'max', period = '100000'] = read('cpu.max').split(' ');
    const memoryLimit = read('memory.max');
    return {
      cpuSeconds: field(cpu, 'usage_usec') / 1e6,
      throttledSeconds: field(cpu, 'throttled_usec') / 1e6,
      cpuLimit: quota === 'max' ? availableParallelism() : Number(quota) / Number(period),
      memory: Math.max(0, memory),
      memoryLimit: memoryLimit === 'max' ? totalmem() : Number(memoryLimit),
    };
  } catch {
    return undefined;
  }
}

/** `name value` of a file of such lines; 0 if it is not there. */
function field(text: string, name: string): number {
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

function ownProcess(): Container {
  const { user, system } = process.cpuUsage();
  const constrained = process.constrainedMemory();
  return {
    cpuSeconds: (user + system) / 1e6,
    throttledSeconds: 0,
    cpuLimit: availableParallelism(),
    memory: process.memoryUsage.rss(),
    // Without a limit it is 0, or larger than the machine.
    memoryLimit: constrained > 0 ? Math.min(constrained, totalmem()) : totalmem(),
  };
}
