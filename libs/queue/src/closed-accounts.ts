import type { JobProducer } from './job-producer.js';

/** Longer than any job waits on a queue, in seconds. */
const KEPT_SECONDS = 7 * 86_400;

/**
 * Accounts that were closed, as workers without a database see them. A job of such an account may still wait or be in
 * hand when everything of the account is removed; its worker would write once more, after the removal. So:
 *
 * - who removes first closes the account here and then removes what is there;
 * - who writes asks here after it has written, and takes back what it wrote if the account was closed.
 *
 * Whatever the order, one of the two sees the other. The marks lie in the queue's Redis, as the jobs do: what loses the
 * ones loses the others.
 */
export class ClosedAccounts {
  constructor(private readonly producer: JobProducer) {}

  /** @throws AppError `unavailable` */
  async close(userId: string): Promise<void> {
    await this.producer.reach(() => this.producer.client.set(this.#key(userId), '1', 'EX', KEPT_SECONDS));
  }

  /** @throws AppError `unavailable` */
  async isClosed(userId: string): Promise<boolean> {
    return (await this.producer.reach(() => this.producer.client.exists(this.#key(userId)))) === 1;
  }

  #key(userId: string): string {
    return `${this.producer.prefix}:closed-accounts:${userId}`;
  }
}
