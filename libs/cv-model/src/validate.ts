import { Ajv, type ErrorObject } from 'ajv';
import addFormatsModule from 'ajv-formats';

import { escapePointer } from './pointer.js';
import type { Resume } from './resume.js';
import { resumeSchema } from './schema.js';

/** One thing that is wrong with a document, at the place that it is wrong. */
export interface FieldProblem {
  /** JSON pointer (RFC 6901) of the bad value; of the object that lacks it, for a missing member. */
  pointer: string;
  /** What kind of wrong, in `snake_case`: `unknown_field`, `wrong_type`, `bad_format`, `missing_field`, `invalid_value`. */
  code: string;
  /** What to do, in words. */
  message: string;
  /** Place in a value that is a source text of several lines, both 1-based. */
  line?: number;
  column?: number;
}

/** Nesting and number of values beyond which a document is refused unread: no CV comes near. */
const MAX_DEPTH = 12;
const MAX_VALUES = 20_000;

const MAX_PROBLEMS = 100;

// The package is CommonJS: under Node's ESM its function stands on `default`.
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
const ajv = addFormats(new Ajv({ allErrors: true, strict: false, verbose: false }));
const check = ajv.compile<Resume>(resumeSchema);

/** All that keeps `value` from being a resume; the empty list if nothing does. At most {@link MAX_PROBLEMS} are named. */
export function resumeProblems(value: unknown): FieldProblem[] {
  const size = measure(value);
  if (size.depth > MAX_DEPTH || size.values > MAX_VALUES) {
    return [
      {
        pointer: '',
        code: 'invalid_value',
        message: `A resume has at most ${MAX_VALUES} values, nested at most ${MAX_DEPTH} deep.`,
      },
    ];
  }
  const problems = check(value) ? [] : (check.errors ?? []).map(toProblem);
  return [...problems, ...textProblems(value)].slice(0, MAX_PROBLEMS);
}

/** Whether `value` is a resume; narrows its type. */
export function isResume(value: unknown): value is Resume {
  return resumeProblems(value).length === 0;
}

function toProblem(error: ErrorObject): FieldProblem {
  const pointer = error.instancePath;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      return {
        pointer: `${pointer}/${escapePointer(key)}`,
        code: 'unknown_field',
        message:
          'JSON Resume 1.3.1 has no such field. Correct its name, or start it with `x-` to keep it as an extension.',
      };
    }
    case 'required':
      return {
        pointer,
        code: 'missing_field',
        message: `The field \`${String(error.params.missingProperty)}\` is missing.`,
      };
    case 'type':
      return { pointer, code: 'wrong_type', message: `This must be of type ${String(error.params.type)}.` };
    case 'format':
      return { pointer, code: 'bad_format', message: `This must be a valid ${String(error.params.format)}.` };
    case 'pattern':
      return {
        pointer,
        code: 'bad_format',
        message: 'A date is written YYYY, YYYY-MM or YYYY-MM-DD; leave the field out for «to date».',
      };
    default:
      return { pointer, code: 'invalid_value', message: `This ${error.message ?? 'is not allowed'}.` };
  }
}

/** Whether a text can be stored and sent everywhere: it has neither U+0000 nor one half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function textProblems(value: unknown, pointer = ''): FieldProblem[] {
  if (typeof value === 'string') return isStorableText(value) ? [] : [unstorable(pointer)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const place = `${pointer}/${escapePointer(key)}`;
    return isStorableText(key) ? textProblems(member, place) : [unstorable(place)];
  });
}

function unstorable(pointer: string): FieldProblem {
  return {
    pointer,
    code: 'invalid_value',
    message: 'This has a character that is none (U+0000, or half of a surrogate pair). Leave it out.',
  };
}

function measure(value: unknown, depth = 1): { depth: number; values: number } {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return { depth, values: 1 };
  let deepest = depth;
  let values = 1;
  for (const member of Object.values(value)) {
    const inner = measure(member, depth + 1);
    deepest = Math.max(deepest, inner.depth);
    values += inner.values;
    if (values > MAX_VALUES) break;
  }
  return { depth: deepest, values };
}
