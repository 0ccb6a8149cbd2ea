import type { BatchResult } from '@discover/database';

export const RESULT_FORMATS = ['ndjson', 'csv'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

export const RESULT_MEDIA_TYPES: Readonly<Record<ResultFormat, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

const COLUMNS = ['fileName', 'jobId', 'state', 'cvId', 'errorCode', 'errorMessage'] as const;

/** Results as text, line by line: JSON lines, or CSV (RFC 4180) with a header. */
export async function* formatResults(
  results: AsyncIterable<BatchResult>,
  format: ResultFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
  for await (const result of results) {
    if (format === 'ndjson') yield `${JSON.stringify(result, [...COLUMNS])}\n`;
    else yield `${COLUMNS.map((column) => csvField(result[column] ?? '')).join(',')}\r\n`;
  }
}

/** A file may be called `=cmd|…`: spreadsheets run what begins like a formula, so such a field gets an apostrophe in front. */
export function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
