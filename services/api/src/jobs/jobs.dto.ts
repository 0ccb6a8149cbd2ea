import { JOB_STATES } from '@discover/database';
import { z } from 'zod';

export const JobView = z
  .object({
    id: z.string(),
    kind: z.string().describe('`cv.import` or `cv.render`.'),
    state: z.enum(JOB_STATES),
    progress: z.number().describe('0 … 100.'),
    position: z.number().int().nullable().describe('Jobs that are served before it; null unless it waits.'),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    result: z
      .object({ cvId: z.uuid().optional(), href: z.string().describe('Where what it made can be read.') })
      .nullable()
      .describe('Null unless it succeeded.'),
    error: z.object({ code: z.string(), message: z.string() }).nullable().describe('Null unless it failed.'),
  })
  .meta({ id: 'Job' });
export type JobView = z.infer<typeof JobView>;

/** A UUID for accepted work, or `render-` and a hash for a render, which has no row. */
export const JobId = z
  .string()
  .regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|render-[0-9a-f]{64})$/, 'This is not the id of a job.');
