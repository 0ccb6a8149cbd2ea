import { CronExpressionParser } from 'cron-parser';

/** The first time after `after` at which a cron expression (UTC) is due; as BullMQ works it out. */
export function nextDue(cron: string, after: Date): Date {
  return CronExpressionParser.parse(cron, { currentDate: after, tz: 'UTC' }).next().toDate();
}

/** The last time before or at `at` at which it was due. */
export function lastDue(cron: string, at: Date): Date {
  // `prev` is strictly before, to the second.
  return CronExpressionParser.parse(cron, { currentDate: new Date(at.getTime() + 1_000), tz: 'UTC' })
    .prev()
    .toDate();
}
