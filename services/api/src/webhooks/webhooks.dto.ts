import { EVENT_TYPES } from '@discover/contracts';
import { DELIVERY_STATES } from '@discover/database';
import { LONGEST_URL } from '@discover/webhooks';
import { z } from 'zod';

const url = z
  .url()
  .max(LONGEST_URL)
  .describe(
    'Where we POST to: HTTPS, on the public Internet, without redirects. It must answer 2xx within 10 seconds.',
  );
const events = z
  .array(z.enum(EVENT_TYPES))
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'Name each event once.')
  .describe('What you want to be told of.');
const secret = z
  .string()
  .regex(/^[\x21-\x7e]{16,100}$/, 'A secret has 16 to 100 printable ASCII characters without spaces.')
  .describe('Signs what is sent. Shown when the webhook is made, and never again.');

export const CreateWebhookRequest = z.strictObject({
  url,
  events,
  secret: secret.optional().describe('One of your own; else we make one of 256 random bits.'),
});
export type CreateWebhookRequest = z.infer<typeof CreateWebhookRequest>;

export const PatchWebhookRequest = z.strictObject({
  url: url.optional(),
  events: events.optional(),
  secret: secret.optional(),
  active: z.boolean().optional().describe('`false` pauses it: what happens meanwhile is not told later.'),
});
export type PatchWebhookRequest = z.infer<typeof PatchWebhookRequest>;

export const WebhookView = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.enum(EVENT_TYPES)),
    active: z.boolean(),
    pausedBecause: z
      .enum(['owner', 'failing', 'gone'])
      .nullable()
      .describe('You wanted it so; every try has failed for days; or it answered 410. Null while it is active.'),
    failingSince: z.iso.datetime().nullable().describe('Since when every try has failed.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;

export const NewWebhookView = WebhookView.extend({ secret: z.string() }).meta({ id: 'NewWebhook' });
export type NewWebhookView = z.infer<typeof NewWebhookView>;

export const WebhookListView = z.object({ items: z.array(WebhookView) }).meta({ id: 'Webhooks' });

export const DeliveryView = z
  .object({
    id: z.uuid(),
    event: z.object({ id: z.uuid(), type: z.string(), subjectId: z.string() }),
    state: z.enum(DELIVERY_STATES).describe('`skipped`: the webhook was paused when its turn came.'),
    attempts: z.array(
      z.object({
        at: z.iso.datetime(),
        durationMs: z.number().int(),
        status: z.number().int().nullable().describe('HTTP status; null without an answer.'),
        error: z.string().nullable(),
        response: z.string().describe('The beginning of the answer’s body.'),
      }),
    ),
    nextTryAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryView = z.infer<typeof DeliveryView>;

export const DeliveryAcceptedView = z.object({ delivery: DeliveryView }).meta({ id: 'WebhookDeliveryAccepted' });
export const DeliveryPageView = z
  .object({ items: z.array(DeliveryView), nextCursor: z.uuid().nullable() })
  .meta({ id: 'WebhookDeliveryPage' });
export type DeliveryPageView = z.infer<typeof DeliveryPageView>;

export const DeliveriesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid('Use `nextCursor` as it was given.').optional(),
});
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;

export const WebhookId = z.uuid();
