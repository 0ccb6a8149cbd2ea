import { AppError } from '@discover/contracts';
import { escapePointer } from '@discover/cv-model';
import type { z } from 'zod';

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: string;
  keys?: string[];
  params?: { code?: string };
}

/** What validation found, each by its JSON pointer; members that nobody knows each have their own. */
export function validationError(issues: readonly Issue[]): AppError {
  const problems = issues.flatMap((issue) => {
    const pointer = (issue.path ?? [])
      .map((part) => `/${escapePointer(String(typeof part === 'object' ? part.key : part))}`)
      .join('');
    if (issue.code !== 'unrecognized_keys')
      return [{ pointer, code: issue.params?.code ?? 'invalid_value', message: issue.message }];
    return (issue.keys ?? []).map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      code: 'unknown_field',
      message: 'There is no such field here. Correct its name or leave it out.',
    }));
  });
  return new AppError(
    'validation_failed',
    `${problems.length} field${problems.length === 1 ? ' is' : 's are'} not valid: see \`errors\`.`,
    { problems },
  );
}

/** For values that Nest's pipe does not see. @throws AppError `validation_failed` */
export function validated<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw validationError(result.error.issues as Issue[]);
}
