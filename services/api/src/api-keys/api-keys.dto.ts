import { SCOPES } from '@discover/contracts';
import { z } from 'zod';

export const CreateApiKeyRequest = z.strictObject({
  name: z.string().trim().min(1, 'A name is needed.').max(100).describe('What you will know it by.'),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, 'A key needs at least one scope.')
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope)))
    .describe('What it may do. `admin` is for administrators only.'),
  expiresAt: z.iso
    .datetime({ offset: true })
    .refine((value) => Date.parse(value) > Date.now(), 'This is in the past.')
    .nullish()
    .describe('When it ends by itself; never, if absent.'),
});
export type CreateApiKeyRequest = z.infer<typeof CreateApiKeyRequest>;

export const ApiKeyView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().describe('To the minute; null if it was never used.'),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyView = z.infer<typeof ApiKeyView>;

export const NewApiKeyView = ApiKeyView.extend({
  key: z.string().describe('Shown this once. Sent as `Authorization: Bearer dk_…` or `X-Api-Key: dk_…`.'),
}).meta({ id: 'NewApiKey' });
export type NewApiKeyView = z.infer<typeof NewApiKeyView>;

export const ApiKeysView = z.object({ items: z.array(ApiKeyView) }).meta({ id: 'ApiKeys' });
export type ApiKeysView = z.infer<typeof ApiKeysView>;

export const ApiKeyId = z.uuid('This is not the id of an API key.');
