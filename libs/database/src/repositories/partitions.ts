import type { Handle } from '../handle.js';

/**
 * Tables that are partitioned by time, a partition for each month (UTC): they get partitions ahead of time, and old ones are
 * archived. A new table of events has only to be added here.
 */
export const EVENT_TABLES = ['view_events', 'web_vitals'] as const;
export type EventTable = (typeof EVENT_TABLES)[number];

/** Makes the partitions of this month and of so many more; answers how many there were to make. */
export async function preparePartitions(handle: Handle, table: EventTable, months: number): Promise<number> {
  const [row] = await handle.query<{ made: number }>('partition_prepare', 'SELECT prepare_partitions($1, $2) AS made', [
    table,
    months,
  ]);
  return row!.made;
}
