import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What can be measured by itself, in the order in which it is. */
export const PARTS = [
  'library',
  'profiling',
  'parse',
  'render',
  'reads',
  'writes',
  'mix',
  'photos',
  'soak',
  'render-soak',
] as const;
/** Measured only when asked for: it takes minutes, whatever the length of one measurement. */
const LONG_PARTS: ReadonlySet<string> = new Set(['soak', 'render-soak']);
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  /** Length of one measurement, in seconds. */
  readonly seconds: number;
  readonly parts: ReadonlySet<Part>;
  /** Where the figures are written as JSON. */
  readonly jsonFile: string;
}

export const USAGE = `npm run bench -- [--seconds N] [--only ${PARTS.join(',')}] [--json FILE]

  --seconds  length of one measurement (default 8)
  --only     parts to measure; «library», «profiling» and the soaks need no platform; the soaks (10,000 documents) only run if asked for
  --json     where the figures go (default .cache/bench/<date>.json)
`;

const DEFAULT_SECONDS = 8;
/** This file is tools/bench/{src,dist}/options.*: the checkout is three folders up. */
const checkout = resolve(import.meta.dirname, '../../..');

/** A command line that means nothing; the message is for the person at the terminal. */
export class UsageError extends Error {}

/** @throws UsageError; `null` asks for the help */
export function readOptions(args: readonly string[], now = new Date()): BenchOptions | null {
  const { seconds, only, json, help } = parse(args);
  if (help === true) return null;
  const length = Number(seconds ?? DEFAULT_SECONDS);
  if (!(length >= 1 && length <= 600))
    throw new UsageError(`--seconds is ${JSON.stringify(seconds)}; it must be 1 to 600.`);
  const date = now.toISOString().slice(0, 19).replaceAll(':', '-');
  return {
    seconds: length,
    parts: new Set(only === undefined ? PARTS.filter((part) => !LONG_PARTS.has(part)) : only.split(',').map(readPart)),
    jsonFile: json === undefined ? resolve(checkout, `.cache/bench/${date}.json`) : resolve(json),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seconds: { type: 'string' },
        only: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function readPart(name: string): Part {
  const part = PARTS.find((known) => known === name.trim());
  if (part === undefined)
    throw new UsageError(`--only knows no ${JSON.stringify(name)}: it takes ${PARTS.join(', ')}.`);
  return part;
}
