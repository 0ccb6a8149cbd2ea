import { z } from 'zod';

import { CvId, CvSummaryView, PatchCvRequest } from './cvs.dto.js';

const MAX_UPDATES = 100;

export const BatchRequest = z.strictObject({
  updates: z
    .array(
      z.strictObject({
        id: CvId,
        changes: PatchCvRequest,
        ifMatch: z.string().max(200).optional().describe('As the header `If-Match` for one CV.'),
      }),
    )
    .min(1)
    .max(MAX_UPDATES)
    .superRefine((updates, context) => {
      const first = new Map<string, number>();
      for (const [index, { id }] of updates.entries()) {
        const earlier = first.get(id);
        if (earlier === undefined) first.set(id, index);
        else
          context.addIssue({ code: 'custom', path: [index, 'id'], message: `Update ${earlier} changes this CV too.` });
      }
    }),
});
export type BatchRequest = z.infer<typeof BatchRequest>;

export const BatchView = z
  .object({
    items: z
      .array(CvSummaryView.extend({ revision: z.number().int(), etag: z.string() }).meta({ id: 'UpdatedCv' }))
      .describe('In the order of the updates.'),
  })
  .meta({ id: 'UpdatedCvs' });
export type BatchView = z.infer<typeof BatchView>;
