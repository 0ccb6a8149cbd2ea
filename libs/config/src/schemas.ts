import { z } from 'zod';

/** Environment text to typed values. Each refuses what it cannot read instead of guessing. */
export const text = z.string().min(1);
export const url = z.url();
export const port = z.coerce.number().int().min(1).max(65_535);
export const positiveInteger = z.coerce.number().int().positive();
export const nonNegativeInteger = z.coerce.number().int().nonnegative();
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
/** Comma-separated; the empty list is written `none`. */
export const urlList = z
  .string()
  .transform((value) => (value === 'none' ? [] : value.split(',').map((item) => item.trim())))
  .pipe(z.array(z.url()));
export const textList = z.string().transform((value) =>
  value === 'none'
    ? []
    : value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
);
