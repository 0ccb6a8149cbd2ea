import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm run accuracy [-- options]

  (nothing)          reads and scores the tuning half of the corpus; makes it first if it is not there
  --held-out         the held-out half too, and writes docs/accuracy.md
  --corpus DIR       another folder with manifest.json and <id>.truth.json
  --sample           the documents that are kept in the repository
  --make-sample      makes these documents anew
  --cases            the hard single cases
  --make-cases       makes these anew from their sources
  --calibrate        fits the table of confidences on the tuning half (build and run again to see its effect)
  --only TEXT        documents whose id contains one of these texts (comma-separated)
  --documents        the score of each document, worst first
  --set-floors       with --sample: writes what CI asks for, a little below what was reached now
  --no-speed         leaves out the pool's throughput
`;

export interface Options {
  readonly heldOut: boolean;
  readonly corpus: string | undefined;
  readonly sample: boolean;
  readonly makeSample: boolean;
  readonly cases: boolean;
  readonly makeCases: boolean;
  readonly calibrate: boolean;
  readonly only: readonly string[];
  readonly documents: boolean;
  readonly setFloors: boolean;
  readonly speed: boolean;
}

/** A command line that means nothing; the message is for the person at the terminal. */
export class UsageError extends Error {}

/** @throws {UsageError}; `null` asks for the help */
export function readOptions(args: readonly string[]): Options | null {
  const values = parse(args);
  if (values.help === true) return null;
  return {
    heldOut: values['held-out'] === true,
    corpus: values.corpus === undefined ? undefined : resolve(values.corpus),
    sample: values.sample === true,
    makeSample: values['make-sample'] === true,
    cases: values.cases === true,
    makeCases: values['make-cases'] === true,
    calibrate: values.calibrate === true,
    only: values.only?.split(',') ?? [],
    documents: values.documents === true,
    setFloors: values['set-floors'] === true,
    speed: values['no-speed'] !== true,
  };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        'held-out': flag,
        corpus: text,
        sample: flag,
        'make-sample': flag,
        cases: flag,
        'make-cases': flag,
        calibrate: flag,
        only: text,
        documents: flag,
        'set-floors': flag,
        'no-speed': flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
