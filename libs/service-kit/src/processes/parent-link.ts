import { registry } from '@discover/telemetry';

import type { Health } from '../health.js';
import type { Answers, Asked, Question, Said } from './messages.js';

/** Answers the questions of the process that this one was started by, which has the management port. */
export class ParentLink {
  constructor(
    private readonly health: Health,
    private readonly observe: () => unknown,
  ) {
    process.on('message', (message: Partial<Asked>) => {
      if (message.ask !== undefined && message.id !== undefined) void this.reply(message.ask, message.id);
    });
  }

  /** Says that this process serves from now on. */
  started(): void {
    say({ started: true });
  }

  private async reply(question: Question, id: number): Promise<void> {
    // No answer is the answer of a process that cannot give one: the parent waits for only so long.
    await this.answerTo(question).then(
      (answer) => say({ answer, id }),
      () => undefined,
    );
  }

  private async answerTo(question: Question): Promise<Answers[Question]> {
    switch (question) {
      case 'metrics':
        await this.observe();
        return registry.getMetricsAsJSON();
      case 'alive':
        return this.health.isAlive();
      case 'readiness':
        return this.health.readiness();
    }
  }
}

function say(message: Said): void {
  // The parent may be gone; then this process ends too.
  if (process.connected) process.send?.(message);
}
