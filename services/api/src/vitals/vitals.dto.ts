import { CONNECTION_CLASSES, DEVICE_CLASSES, WEB_VITAL_NAMES, WEB_VITALS, type WebVital } from '@discover/contracts';
import { z } from 'zod';

/** Of one beacon: browsers send after ten. */
const MOST_VALUES = 50;

const Value = z.object({
  name: z
    .string()
    .max(20)
    .meta({ description: `${WEB_VITAL_NAMES.join(', ')}; others are left out.` }),
  value: z.number().meta({ description: 'Milliseconds; CLS is a score.' }),
});

export const WebVitalsBody = z
  .object({
    page: z.string().min(1).max(2_000).meta({ description: 'Path of the page, or its pattern (`/u/:slug`).' }),
    device: z.enum(DEVICE_CLASSES).catch('unknown'),
    connection: z.enum(CONNECTION_CLASSES).catch('unknown'),
    values: z.array(Value).min(1).max(MOST_VALUES),
  })
  .meta({ description: 'What one page view measured. Nothing that tells people apart is taken.' });
export type WebVitalsBody = z.infer<typeof WebVitalsBody>;

/** Whether it is a measurement that we know. */
export function isVital(value: { name: string; value: number }): value is { name: WebVital; value: number } {
  const vital = (WEB_VITALS as Partial<Record<string, (typeof WEB_VITALS)[WebVital]>>)[value.name];
  return vital !== undefined && value.value >= 0 && value.value <= vital.most;
}
