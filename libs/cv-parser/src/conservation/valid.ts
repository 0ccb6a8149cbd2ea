import { resumeProblems } from '@discover/cv-model';

import type { Range, TextDocument } from '../document/model.js';
import { ParseError } from '../errors.js';
import { assemble, type Assembled } from './assemble.js';
import { Sourced } from './sourced.js';

/** A draft whose members are not known beforehand. */
export type Tree = Sourced<string | number | boolean> | Tree[] | { [key: string]: Tree };

/** Corrections are made until nothing is wrong; each round can uncover what an earlier problem hid. */
const MAX_ROUNDS = 50;

/** Assembles a draft into a valid resume: what the schema refuses is left out of it, so that its text is unmapped. */
export function assembleValid(draft: object, source: TextDocument, decoration: readonly Range[]): Assembled {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const read = assemble(draft, source, decoration);
    const problems = resumeProblems(read.document);
    if (problems.length === 0) return read;
    // The whole is refused for its size alone: no part of it could be left out to mend that.
    if (problems[0]!.pointer === '')
      throw new ParseError('too_large', 'The document has far more entries than a CV. Send only the CV itself.');
    for (const { pointer, code } of problems.toReversed()) correct(draft as Record<string, Tree>, pointer, code);
  }
  throw new ParseError('corrupt_document', 'The document does not give a valid resume. See jsonresume.org/schema.');
}

/** Renames an unknown member, writes a number as text where text belongs, and drops what cannot be kept. */
function correct(tree: Record<string, Tree>, pointer: string, code: string): void {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = path.pop();
  let parent: Tree | undefined = tree;
  for (const part of path)
    parent = parent === undefined || Sourced.is(parent) ? undefined : (parent as Record<string, Tree>)[part];
  if (key === undefined || parent === undefined || Sourced.is(parent)) return;
  const value = (parent as Record<string, Tree>)[key];
  if (Array.isArray(parent)) {
    if (code === 'wrong_type' && Sourced.is(value) && typeof value.value !== 'string')
      parent[Number(key)] = value.as(String(value.value));
    else parent.splice(Number(key), 1);
    return;
  }
  const members = parent as Record<string, Tree>;
  if (value === undefined) return;
  if (code === 'wrong_type' && Sourced.is(value) && typeof value.value !== 'string')
    members[key] = value.as(String(value.value));
  else {
    Reflect.deleteProperty(members, key);
    if (code === 'unknown_field') members[`x-${key}`] = value;
  }
}
