import cluster from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';

import { metricsText, type Logger } from '@discover/telemetry';

import { CLOSING_MS } from '../bootstrap.js';
import type { Readiness } from '../health.js';
import type { Management } from '../management/management.js';
import { ManagementServer } from '../management/management-server.js';
import type { Service } from '../service.js';
import { Child } from './child.js';
import type { Answers, Question } from './messages.js';

export interface FamilyOptions extends Pick<Service, 'management' | 'shutdown'> {
  /** Processes that serve. */
  count: number;
  logger: Logger;
}

/**
 * Runs the program that called this `count` times over, all on one public port, and does nothing else itself but watch:
 * it has the management port, where the figures of all are one scrape (told apart by the label `process`) and the service
 * is ready if all are. A process that ends is replaced; one that ends before it ever served ends the service, since the
 * next would too. A stop is passed on, and the service has ended when all have.
 *
 * For programs that keep one core busy and no more, such as an HTTP server on Node’s event loop, so that a container of
 * several cores is used and its CPU tells how busy it is.
 */
export async function runFamily(options: FamilyOptions): Promise<void> {
  const { management } = options;
  const family = new Family(options);
  const server = new ManagementServer(family);
  try {
    await server.listen(management.host, management.port);
  } catch (error) {
    options.logger.fatal({ err: error }, 'the service could not start');
    options.logger.flush(() => process.exit(1));
    return;
  }
  process.on('SIGTERM', () => family.stop('SIGTERM'));
  process.on('SIGINT', () => family.stop('SIGINT'));
  const code = await family.run();
  await server.close();
  options.logger.flush(() => process.exit(code));
}

class Family implements Management {
  private readonly children = new Set<Child>();
  private stopping = false;
  private exitCode = 0;
  /** Whether all have served at once. */
  private complete = false;

  constructor(private readonly options: FamilyOptions) {}

  /** Answers the exit code when the last process has ended. */
  async run(): Promise<number> {
    const places = Array.from({ length: this.options.count }, () => this.keepFilled());
    await Promise.all(places);
    return this.exitCode;
  }

  stop(reason: string): void {
    if (this.stopping) return;
    this.stopping = true;
    const { logger, shutdown } = this.options;
    logger.info({ reason, processes: this.children.size }, 'stopping');
    this.signal('SIGTERM');
    // Each ends itself before this; a process that hangs does not.
    void delay(shutdown.drainDelayMs + shutdown.graceMs + 2 * CLOSING_MS, null, { ref: false }).then(() => {
      this.exitCode = 1;
      this.signal('SIGKILL');
    });
  }

  async metrics(): Promise<string> {
    const answers = await Promise.all([...this.children].map((child) => child.ask('metrics')));
    return metricsText(answers.filter((answer) => answer !== undefined));
  }

  async isAlive(): Promise<boolean> {
    const answers = await this.askServing('alive');
    return answers.every((alive) => alive === true);
  }

  async readiness(): Promise<Readiness> {
    if (this.stopping) return { ready: false, checks: { service: 'stopping' } };
    // While one is being replaced the others serve.
    if (!this.complete || this.serving.length === 0) return STARTING;
    const answers = (await this.askServing('readiness')).map((answer) => answer ?? SILENT);
    // What one cannot reach the others mostly cannot either: the first that is not ready says why.
    return answers.find(({ ready }) => !ready) ?? answers[0] ?? STARTING;
  }

  /** The answers of those that serve; who ended meanwhile owes none. */
  private async askServing<Q extends Question>(question: Q): Promise<(Answers[Q] | undefined)[]> {
    const answers = await Promise.all(
      this.serving.map(async (child) => ({ child, answer: await child.ask(question) })),
    );
    return answers.filter(({ child }) => child.serves).map(({ answer }) => answer);
  }

  private get serving(): Child[] {
    return [...this.children].filter((child) => child.serves);
  }

  /** One place of the family: whoever ends in it is replaced until the stop. */
  private async keepFilled(): Promise<void> {
    while (!this.stopping) {
      const child = new Child(cluster.fork(), () => this.announce());
      this.children.add(child);
      const code = await child.ended;
      this.children.delete(child);
      this.judge(child, code);
    }
  }

  private judge(child: Child, code: number | null): void {
    if (this.stopping) {
      if (code !== 0) this.exitCode = 1;
    } else if (child.served) {
      this.options.logger.error({ pid: child.pid, code }, 'a process ended and is replaced');
    } else {
      this.exitCode = 1;
      this.stop('a process could not start');
    }
  }

  private announce(): void {
    if (this.serving.length < this.options.count) return;
    this.complete = true;
    const { logger, management, count } = this.options;
    logger.info({ management: management.port, processes: count }, 'started');
  }

  private signal(signal: NodeJS.Signals): void {
    for (const child of this.children) child.kill(signal);
  }
}

const STARTING: Readiness = { ready: false, checks: { service: 'starting' } };
const SILENT: Readiness = { ready: false, checks: { service: 'no answer' } };
