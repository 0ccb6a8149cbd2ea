import { z } from 'zod';

const Days = z.object({ days: z.array(z.record(z.string(), z.union([z.string(), z.number()]))) });

/** The days of a report, one a line (RFC 4180). Dates and numbers alone, so that nothing has to be quoted. */
export function daysAsCsv(report: string): string {
  const { days } = Days.parse(JSON.parse(report));
  const columns = Object.keys(days[0] ?? {});
  const lines = [columns, ...days.map((day) => columns.map((column) => String(day[column] ?? '')))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
