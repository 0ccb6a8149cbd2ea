import { JOB_STATES } from '@discover/database';
import { z } from 'zod';

export const JobView = z
  .object({
    id: z.string(),
    kind: z.string().describe('`cv.import`, `cv.import-batch`, `cv.render` or `account.export`.'),
    state: z.enum(JOB_STATES),
    progress: z.number().describe('0 … 100.'),
    position: z.number().int().nullable().describe('Jobs that are served before it; null unless it waits.'),
    etaSeconds: z
      .number()
      .int()
      .nullable()
      .describe('Seconds until its end, by how long the last jobs took; null if that cannot be told.'),
    expectedAt: z.iso.datetime().nullable().describe('The same as a point in time.'),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    result: z
      .object({
        cvId: z.uuid().optional(),
        href: z.string().describe('Where what it made can be read.'),
        pages: z.number().int().optional().describe('Of a render.'),
        expiresAt: z.iso.datetime().optional().describe('Until when.'),
      })
      .nullable()
      .describe('Null unless it succeeded; of a batch always there.'),
    error: z.object({ code: z.string(), message: z.string() }).nullable().describe('Null unless it failed.'),
    batchId: z.uuid().optional().describe('The batch that it belongs to.'),
    counts: z
      .object({
        total: z.number().int(),
        queued: z.number().int(),
        active: z.number().int(),
        succeeded: z.number().int(),
        failed: z.number().int(),
        cancelled: z.number().int(),
      })
      .optional()
      .describe('Of a batch: its documents by state.'),
    skipped: z
      .array(z.object({ name: z.string(), reason: z.string() }))
      .optional()
      .describe('Of a batch: files that are no documents, such as those that operating systems leave in archives.'),
  })
  .meta({ id: 'Job' });
export type JobView = z.infer<typeof JobView>;

/** A UUID for accepted work, or `render-` and a hash for a render, which has no row. */
export const JobId = z
  .string()
  .regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|render-[0-9a-f]{64})$/, 'This is not the id of a job.');
