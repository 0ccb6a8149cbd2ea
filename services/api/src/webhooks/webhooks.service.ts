import { AppError } from '@discover/contracts';
import {
  Database,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listDeliveries,
  listWebhooks,
  redeliver,
  sendTestEvent,
  updateWebhook,
  type Delivery,
  type Handle,
  type Webhook,
} from '@discover/database';
import { OutboxRelay } from '@discover/queue';
import { newSecret, targetProblem } from '@discover/webhooks';
import { Inject, Injectable } from '@nestjs/common';

import type { ApiConfig } from '../config.js';
import { API_CONFIG } from '../tokens.js';
import type {
  CreateWebhookRequest,
  DeliveriesQuery,
  DeliveryPageView,
  DeliveryView,
  NewWebhookView,
  PatchWebhookRequest,
  WebhookView,
} from './webhooks.dto.js';

/** Webhooks of one person: enough for every environment of an integration, few enough to be told in one go. */
const MAX_WEBHOOKS = 20;

/** Who wants to be told of what, and how the telling went. The telling itself is done by the background jobs. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly relay: OutboxRelay,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async create(userId: string, request: CreateWebhookRequest): Promise<NewWebhookView> {
    const url = this.allowed(request.url);
    const secret = request.secret ?? newSecret();
    // With its secret: a request that is run again, by its idempotency key, must answer the one that was stored.
    const webhook = await this.database.transaction(userId, async (handle) => {
      const inserted = await insertWebhook(handle, { userId, url, events: request.events, secret }, MAX_WEBHOOKS);
      return inserted && { ...inserted, secret };
    });
    if (!webhook)
      throw new AppError('too_many', `You have ${MAX_WEBHOOKS} webhooks already. Delete one that you do not need.`);
    return { ...view(webhook), secret: webhook.secret };
  }

  async list(userId: string): Promise<WebhookView[]> {
    return (await this.database.read(userId, (handle) => listWebhooks(handle, userId))).map(view);
  }

  /** From the primary: the background jobs pause what fails, and a person looks because they want to know. */
  async read(userId: string, id: string): Promise<WebhookView> {
    return view(await this.database.readPrimary('webhook', (handle) => required(handle, userId, id)));
  }

  async change(userId: string, id: string, { active, url, ...rest }: PatchWebhookRequest): Promise<WebhookView> {
    const change = {
      ...(url !== undefined && { url: this.allowed(url) }),
      ...(rest.events !== undefined && { events: rest.events }),
      ...(rest.secret !== undefined && { secret: rest.secret }),
      ...(active !== undefined && { paused: !active }),
    };
    const webhook = await this.database.transaction(userId, (handle) => updateWebhook(handle, userId, id, change));
    return view(webhook ?? noSuchWebhook());
  }

  async remove(userId: string, id: string): Promise<void> {
    const removed = await this.database.transaction(userId, (handle) => deleteWebhook(handle, userId, id));
    if (!removed) noSuchWebhook();
  }

  async test(userId: string, id: string): Promise<DeliveryView> {
    const delivery = await this.database.transaction(userId, async (handle) => {
      await required(handle, userId, id);
      return sendTestEvent(handle, userId, id);
    });
    return this.sent(delivery);
  }

  async deliveries(userId: string, id: string, { limit, cursor }: DeliveriesQuery): Promise<DeliveryPageView> {
    // One more than asked for tells whether there is a next page.
    const page = { webhookId: id, before: cursor ?? null, limit: limit + 1 };
    const rows = await this.database.readPrimary('deliveries', async (handle) => {
      await required(handle, userId, id);
      return listDeliveries(handle, page);
    });
    const items = rows.slice(0, limit).map(deliveryView);
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
  }

  async redeliver(userId: string, id: string, deliveryId: string): Promise<DeliveryView> {
    const delivery = await this.database.transaction(userId, async (handle) => {
      await required(handle, userId, id);
      return redeliver(handle, id, deliveryId);
    });
    if (!delivery) throw new AppError('not_found', 'This webhook has no such delivery, or it is over 30 days old.');
    return this.sent(delivery);
  }

  /** Hands it to the queue at once; if that fails the relay does it soon. */
  private async sent(delivery: Delivery): Promise<DeliveryView> {
    await this.relay.flush([delivery.id]);
    return deliveryView(delivery);
  }

  /** @throws AppError `forbidden_target` */
  private allowed(url: string): string {
    const problem = targetProblem(url, this.config.webhooks.targets);
    if (problem !== null) throw new AppError('forbidden_target', `We do not send to this address. ${problem}`);
    return new URL(url).href;
  }
}

async function required(handle: Handle, userId: string, id: string): Promise<Webhook> {
  return (await findWebhook(handle, userId, id)) ?? noSuchWebhook();
}

function noSuchWebhook(): never {
  throw new AppError('not_found', 'There is no such webhook of yours.');
}

function view({ id, url, events, paused, failingSince, createdAt, updatedAt }: Webhook): WebhookView {
  return {
    id,
    url,
    events,
    active: paused === null,
    pausedBecause: paused,
    failingSince: failingSince?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function deliveryView(delivery: Delivery): DeliveryView {
  const { id, eventId, type, subjectId, state, attempts, nextTryAt, createdAt, finishedAt } = delivery;
  return {
    id,
    event: { id: eventId, type, subjectId },
    state,
    attempts,
    nextTryAt: nextTryAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
