import type { VersionSummary } from '@discover/database';
import { z } from 'zod';

export const ListVersionsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional().describe('`nextCursor` of the page before.'),
});
export type ListVersionsQuery = z.infer<typeof ListVersionsQuery>;

export const VersionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

export const VersionView = z
  .object({
    version: z.number().int(),
    cause: z.enum(['created', 'imported', 'replaced', 'patched', 'restored']),
    createdAt: z.iso.datetime(),
    size: z.number().int().describe('Bytes of the document.'),
  })
  .meta({ id: 'Version' });
export type VersionView = z.infer<typeof VersionView>;

export const VersionDocumentView = VersionView.extend({
  document: z.looseObject({}).describe('JSON Resume 1.3.1.'),
}).meta({ id: 'VersionDocument' });

export const VersionPageView = z
  .object({
    items: z.array(VersionView).describe('The newest first.'),
    nextCursor: z.string().nullable().describe('Null on the last page.'),
  })
  .meta({ id: 'VersionPage' });
export type VersionPageView = z.infer<typeof VersionPageView>;

const pointer = z.string().describe('JSON pointer (RFC 6901).');

export const JsonPatchView = z
  .array(
    z.discriminatedUnion('op', [
      z.object({ op: z.enum(['add', 'replace']), path: pointer, value: z.unknown() }),
      z.object({ op: z.literal('remove'), path: pointer }),
      z.object({ op: z.literal('move'), from: pointer, path: pointer }),
    ]),
  )
  .meta({ id: 'JsonPatch', description: 'JSON Patch (RFC 6902).' });

export function versionView({ version, cause, createdAt, size }: VersionSummary): VersionView {
  return { version, cause, createdAt: createdAt.toISOString(), size };
}
