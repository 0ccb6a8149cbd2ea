import { LEVER_NAMES, LEVERS, type LeverName } from '@discover/contracts';
import { z } from 'zod';

const schemas = Object.fromEntries(LEVER_NAMES.map((name) => [name, LEVERS[name].schema])) as {
  [Name in LeverName]: (typeof LEVERS)[Name]['schema'];
};

export const LeversBody = z
  .strictObject({
    levers: z
      .strictObject(schemas)
      .partial()
      .refine((levers) => Object.keys(levers).length > 0, 'Name at least one lever.')
      .meta({ description: 'Those that are to change, each as a whole; the others stay.' }),
    reason: z.string().trim().min(3).max(500).meta({ description: 'Kept with the change, for whoever asks later.' }),
  })
  .meta({ id: 'ChangeLevers' });
export type LeversBody = z.infer<typeof LeversBody>;

const LeverView = z.object({
  name: z.enum(LEVER_NAMES),
  value: z.unknown(),
  initial: z.unknown().meta({ description: 'As long as nobody has changed it.' }),
  effect: z.string(),
  schema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of its values, bounds included.' }),
});

export const LeversView = z
  .object({
    revision: z.number().int().meta({ description: 'Grows with every change.' }),
    items: z.array(LeverView),
  })
  .meta({ id: 'Levers' });
export type LeversView = z.infer<typeof LeversView>;

export const LeverChangesQuery = z.strictObject({
  before: z.coerce.number().int().positive().optional().meta({ description: 'Only changes before this one.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type LeverChangesQuery = z.infer<typeof LeverChangesQuery>;

export const LeverChangesView = z
  .object({
    items: z.array(
      z.object({
        id: z.number().int(),
        at: z.iso.datetime(),
        by: z.object({ userId: z.uuid(), email: z.string() }).nullable(),
        lever: z.string(),
        oldValue: z.unknown(),
        newValue: z.unknown(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'LeverChanges' });
export type LeverChangesView = z.infer<typeof LeverChangesView>;
