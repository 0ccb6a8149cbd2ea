import { AppError } from '@discover/contracts';
import type { DayRange } from '@discover/database';

export const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;
const USUAL_DAYS = 30;

/** The day of a time, in UTC, as `YYYY-MM-DD`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** What was asked for, by default the 30 days up to today. @throws AppError `validation_failed` */
export function dayRange(query: { from?: string | undefined; to?: string | undefined }, now = new Date()): DayRange {
  const to = query.to ?? dayOf(now);
  const from = query.from ?? dayOf(new Date(Date.parse(to) - (USUAL_DAYS - 1) * DAY_MS));
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days >= 1 && days <= MOST_DAYS) return { from, to };
  const message = days < 1 ? 'This must not be before `from`.' : `At most ${MOST_DAYS} days can be asked for at once.`;
  throw new AppError('validation_failed', message, { problems: [{ pointer: '/to', code: 'invalid_value', message }] });
}
