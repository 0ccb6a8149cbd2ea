import type { JobContract, QueueName } from '@discover/contracts';

/**
 * What is wrong with the handlers of a worker, each in a sentence: a kind of job without a handler would wait for ever,
 * with two only one would run, and a handler without a contract never runs.
 */
export function handlerProblems(
  queues: readonly QueueName[],
  contracts: readonly JobContract[],
  handlers: ReadonlyMap<string, number>,
): string[] {
  const known = new Set(contracts.map(({ name }) => name));
  const consumed = contracts.filter(({ queue }) => queues.includes(queue));
  return [
    ...consumed
      .filter(({ name }) => !handlers.has(name))
      .map(({ name, queue }) => `«${name}» of queue «${queue}» has no handler`),
    ...[...handlers].filter(([, count]) => count > 1).map(([name, count]) => `«${name}» has ${count} handlers`),
    ...[...handlers.keys()]
      .filter((name) => !known.has(name))
      .map((name) => `the handler of «${name}» has no contract`),
  ];
}
