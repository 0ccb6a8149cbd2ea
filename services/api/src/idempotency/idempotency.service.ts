import { createHash } from 'node:crypto';

import { AppError } from '@discover/contracts';
import {
  answerIdempotentRequest,
  claimIdempotencyKey,
  forgetIdempotencyKey,
  prolongIdempotencyLease,
  releaseIdempotencyKey,
  type Database,
  type Handle,
} from '@discover/database';
import type { Logger } from '@discover/telemetry';

import { apart, Execution } from './execution.js';
import { keyReused, type RequestContent } from './request-content.js';
import { Seal } from './seal.js';
import { StoredAnswer } from './stored-answer.js';

/** How long an answer is given again, in milliseconds. */
export const KEEP_MS = 24 * 3_600_000;

/** A request that brought an idempotency key, as far as the key is concerned. */
export interface KeyedRequest {
  /** As the client sent it. */
  key: string;
  userId: string | null;
  /** Whose key it is: the same key of somebody else is another one. */
  scope: string;
  /** What must be the same when the key is sent again, without files. */
  fingerprint: readonly string[];
}

/** What became of a request, for its key. */
export type Ending =
  /** To be given again. */
  | { type: 'answered'; answer: StoredAnswer }
  /** Nothing was done: the key is as if it had never been sent. */
  | { type: 'untouched' }
  /** To be run again when the key is sent again: its answer is not kept, or it failed on our side. */
  | { type: 'released' };

export interface IdempotencyOptions {
  /** For sealing what is kept. */
  secret: string;
  leaseMs: number;
}

/** Runs of requests that brought an idempotency key: begins and ends them. */
export class IdempotencyService {
  private readonly renewals = new WeakMap<Execution, NodeJS.Timeout>();

  constructor(
    private readonly database: Database,
    private readonly options: IdempotencyOptions,
    private readonly logger: Logger,
  ) {}

  sealOf({ scope, key }: KeyedRequest): Seal {
    return new Seal(this.options.secret, scope, key);
  }

  /**
   * Takes the key for this run. An answer that was given already comes back as such; whether the request's files are those
   * of then is for the caller to find out.
   *
   * @throws AppError `idempotency_key_reused`, `idempotency_in_flight`
   */
  async begin(
    request: KeyedRequest,
    seal: Seal,
    content: RequestContent | null,
  ): Promise<Execution | { answer: StoredAnswer }> {
    const id = createHash('sha256').update(`${request.scope}\n${request.key}`).digest();
    const requestHash = seal.hash(...request.fingerprint);
    const { leaseMs } = this.options;
    const claim = await this.write((handle) =>
      claimIdempotencyKey(handle, { id, userId: request.userId, requestHash }, { leaseMs, keepMs: KEEP_MS }),
    );
    switch (claim.state) {
      case 'reused':
        throw keyReused();
      case 'in_flight':
        throw new AppError(
          'idempotency_in_flight',
          'Wait for the answer to the first request, or ask again in a moment.',
          {
            retryAfterSeconds: Math.max(1, Math.ceil(claim.retryAfterMs / 1_000)),
          },
        );
      case 'answered':
        content?.expect(claim.contentHash);
        return { answer: StoredAnswer.read(seal.open(claim.answer)) };
      case 'claimed': {
        content?.expect(claim.contentHash);
        const execution = new Execution(id, claim.lease, claim.steps, seal, content);
        this.keepRenewing(execution);
        return execution;
      }
    }
  }

  /** Settles what the key stands for from now on. Must be done before the answer is sent. */
  async end(execution: Execution, ending: Ending): Promise<void> {
    execution.close();
    clearInterval(this.renewals.get(execution));
    const { id, lease, seal, content } = execution;
    try {
      await this.write((handle) => {
        const contentHash = content?.digest() ?? null;
        switch (ending.type) {
          case 'answered':
            return answerIdempotentRequest(handle, id, lease, seal.close(ending.answer.bytes()), contentHash);
          case 'untouched':
            return forgetIdempotencyKey(handle, id, lease);
          case 'released':
            return releaseIdempotencyKey(handle, id, lease, contentHash);
        }
      });
    } catch (error) {
      // What was done is noted with what did it: sent again after its lease, the request is answered from there.
      this.logger.warn({ err: error }, 'the answer to a request with an idempotency key could not be stored');
    }
  }

  /** Until the request ends, however long it takes: whoever waits for an import holds its key for a minute. */
  private keepRenewing(execution: Execution): void {
    const { leaseMs } = this.options;
    const renew = () =>
      this.write((handle) => prolongIdempotencyLease(handle, execution.id, execution.lease, leaseMs)).then(
        (ours) => {
          if (!ours) clearInterval(timer);
        },
        () => undefined,
      );
    const timer = setInterval(() => void renew(), leaseMs / 3).unref();
    this.renewals.set(execution, timer);
  }

  private write<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
    return apart(() => this.database.transaction(null, work));
  }
}
