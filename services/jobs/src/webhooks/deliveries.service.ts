import { TEST_EVENT } from '@discover/contracts';
import {
  Database,
  findDeliveryOrder,
  noteReceiver,
  recordAttempt,
  skipDelivery,
  type DeliveryAttempt,
  type DeliveryOrder,
  type ReceiverHealth,
} from '@discover/database';
import { PostponedError } from '@discover/queue';
import { metrics, type Logger } from '@discover/telemetry';
import { payloadOf, send, SendError, sign, SIGNATURE_HEADER, waitAfter } from '@discover/webhooks';
import { Inject, Injectable } from '@nestjs/common';

import type { JobsConfig } from '../config.js';
import { JOBS_CONFIG, LOGGER } from '../tokens.js';

/** The clocks of the queue and of the database may differ by so much, in milliseconds. */
const EARLY_MS = 2_000;

/** HTTP 410: the receiver wants no more of this. */
const GONE = 410;

/**
 * Sends events to their subscribers, at least once: a process that dies between the receiver's answer and its row sends again,
 * under the same event id. What is tried again, and when, stands in Postgres; the queue only waits for it.
 */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    @Inject(JOBS_CONFIG) private readonly config: JobsConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // From 0, so that the first of each is seen as an increase.
    for (const outcome of ['delivered', 'retried', 'given_up']) metrics.webhookDeliveries.inc({ outcome }, 0);
  }

  /** @throws PostponedError to be called again when the next try is due */
  async deliver(deliveryId: string, signal: AbortSignal): Promise<void> {
    const order = await this.database.readPrimary('delivery', (handle) => findDeliveryOrder(handle, deliveryId));
    // Delivered or given up by an earlier run, or its webhook was deleted.
    if (!order) return;
    // An earlier run died between writing down its failure and telling the queue when to try again.
    if (order.dueInMs > EARLY_MS) throw new PostponedError(order.dueInMs);
    if (order.paused !== null && order.event.type !== TEST_EVENT) {
      await this.database.transaction(null, (handle) => skipDelivery(handle, order.id));
      return;
    }
    const attempt = await this.attempt(order, signal);
    const delayMs = await this.settle(order, attempt);
    if (delayMs !== null) throw new PostponedError(delayMs);
  }

  private async attempt({ id, url, secret, event }: DeliveryOrder, signal: AbortSignal): Promise<DeliveryAttempt> {
    const { targets } = this.config.webhooks;
    const at = new Date();
    const body = payloadOf(event);
    const headers = {
      'user-agent': 'Discover-Webhooks/1',
      'discover-event-id': event.id,
      'discover-event-type': event.type,
      'discover-delivery-id': id,
      [SIGNATURE_HEADER]: sign(body, secret, at),
    };
    const started = performance.now();
    const tried = (status: number | null, error: string | null, response: string): DeliveryAttempt => {
      const durationMs = Math.round(performance.now() - started);
      return { at: at.toISOString(), durationMs, status, error, response };
    };
    try {
      const reply = await send(url, body, { policy: targets, headers, signal });
      const well = reply.status >= 200 && reply.status < 300;
      return tried(reply.status, well ? null : `It answered ${reply.status}.`, storable(reply.body));
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      return tried(null, error.message, '');
    }
  }

  /** Writes down how it went and what follows; answers the time to the next try in milliseconds, or null if there is none. */
  private async settle(order: DeliveryOrder, attempt: DeliveryAttempt): Promise<number | null> {
    const health = healthOf(attempt);
    const delayMs = health === 'failed' ? waitAfter(order.tries + 1, Math.random()) : null;
    const next =
      delayMs !== null
        ? { state: 'pending' as const, delayMs }
        : { state: health === 'well' ? ('delivered' as const) : ('failed' as const) };
    const paused = await this.database.transaction(null, async (handle) => {
      if (!(await recordAttempt(handle, order, attempt, next))) return null;
      return noteReceiver(handle, order.webhookId, health, this.config.webhooks.pauseAfterDays);
    });
    metrics.webhookDeliveries.inc({
      outcome: health === 'well' ? 'delivered' : delayMs === null ? 'given_up' : 'retried',
    });
    const { id: deliveryId, webhookId } = order;
    this.logger.info(
      { deliveryId, webhookId, status: attempt.status, tries: order.tries + 1, ...next },
      'webhook tried',
    );
    if (paused !== null && order.paused === null) this.logger.warn({ webhookId, paused }, 'webhook paused');
    return delayMs;
  }
}

function healthOf({ status, error }: DeliveryAttempt): ReceiverHealth {
  if (error === null) return 'well';
  return status === GONE ? 'gone' : 'failed';
}

/** What a receiver answered is anybody's text: without what the database cannot hold. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
