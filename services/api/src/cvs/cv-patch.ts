import { mergePatch, resumeProblems, type FieldProblem, type Resume } from '@discover/cv-model';
import type { CvChange, CvRecord } from '@discover/database';

import type { PatchCvRequest } from './cvs.dto.js';

/** What a patch makes of a CV, or all that is wrong with the document that it would give, by pointers into the patch. */
export function changeOf(cv: CvRecord, patch: PatchCvRequest): CvChange | readonly FieldProblem[] {
  const { document: documentPatch, ...rest } = definedOnly(patch);
  const change: CvChange = { ...rest, cause: 'patched' };
  if (documentPatch === undefined) return change;
  const document = mergePatch(JSON.parse(cv.documentText), documentPatch) as Resume;
  const problems = resumeProblems(document);
  if (problems.length === 0) return { ...change, document };
  return problems.map((problem) => ({ ...problem, pointer: `/document${problem.pointer}` }));
}

/** Without the members that are undefined, which mean «leave it as it is». */
export function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
