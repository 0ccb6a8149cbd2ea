import { z } from 'zod';

import { CvView } from '../cvs/cvs.dto.js';
import { JobView } from '../jobs/jobs.dto.js';

export const ImportQuery = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Title of the new CV; by default the person’s name as read.'),
  asOf: z.iso
    .date()
    .optional()
    .describe('The date that «present» means in the document; by default the document’s own, else today.'),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

export const ImportAcceptedView = z.object({ job: JobView }).meta({ id: 'ImportAccepted' });
export const ImportDoneView = z.object({ cv: CvView, job: JobView }).meta({ id: 'ImportDone' });
