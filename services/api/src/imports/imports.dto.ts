import { z } from 'zod';

import { CvView } from '../cvs/cvs.dto.js';
import { JobView } from '../jobs/jobs.dto.js';
import { RESULT_FORMATS } from './batch-results.js';

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

/** Of every document of a batch. */
export const BatchQuery = ImportQuery.pick({ asOf: true }).strict();
export type BatchQuery = z.infer<typeof BatchQuery>;

export const BatchId = z.uuid();
export const ResultFormatParam = z.enum(RESULT_FORMATS);

/** Many files as a form in the OpenAPI description; a bare ZIP is told in words. */
export const BATCH_BODY = {
  type: 'object',
  required: ['file'] as string[],
  properties: {
    file: {
      type: 'array',
      items: { type: 'string', format: 'binary' },
      description: 'Documents, or ZIPs of documents. One ZIP may also be sent bare, as the body itself.',
    },
    asOf: { type: 'string', format: 'date', description: 'The date that «present» means in the documents.' },
  },
};
