import { LOG_RETENTION_DAYS, type LogCategory } from '@discover/telemetry';

import type { FiledLine } from './filed-lines.js';

export interface Balance {
  /** Lines that were written, and are nowhere. */
  readonly missing: readonly string[];
  /** Lines that lie where they should not, or that nobody wrote. */
  readonly misplaced: readonly string[];
  /** How many came more often than they were written. */
  readonly twice: number;
}

/** Which lines were written, and where each belongs. */
export class Ledger {
  private readonly expected = new Map<string, number>();
  private total = 0;

  get size(): number {
    return this.total;
  }

  expect(lines: readonly string[]): void {
    for (const line of lines) {
      const key = keyOf(`${categoryOf(line)}/`, line);
      this.expected.set(key, (this.expected.get(key) ?? 0) + 1);
    }
    this.total += lines.length;
  }

  balance(filed: readonly FiledLine[]): Balance {
    const open = new Map(this.expected);
    const misplaced: string[] = [];
    let twice = 0;
    for (const { prefix, text } of filed) {
      const key = keyOf(prefix, original(text));
      const left = open.get(key);
      if (left === undefined) misplaced.push(key);
      else if (left === 0) twice++;
      else open.set(key, left - 1);
    }
    return { missing: [...open].flatMap(([key, left]) => (left > 0 ? [key] : [])), misplaced, twice };
  }
}

/** What a line of ours says of itself; all else is the machinery's. */
export function categoryOf(line: string): LogCategory {
  const { category } = jsonObject(line) ?? {};
  return Object.hasOwn(LOG_RETENTION_DAYS, String(category)) ? (category as LogCategory) : 'application';
}

/** What was written, if the collector wrapped it because it was no JSON. */
function original(text: string): string {
  const { file, msg } = jsonObject(text) ?? {};
  return typeof file === 'string' && typeof msg === 'string' && jsonObject(msg) === undefined ? msg : text;
}

function keyOf(prefix: string, line: string): string {
  return `${prefix} ${line}`;
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
