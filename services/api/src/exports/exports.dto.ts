import { z } from 'zod';

/** The job's id is the export's. */
export const ExportId = z.uuid();
