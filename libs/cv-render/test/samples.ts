import { readFileSync } from 'node:fs';

import type { Resume } from '@discover/cv-model';

type Sample =
  | 'engineer'
  | 'nurse'
  | 'executive'
  | 'multilingual'
  | 'minimal'
  | 'american'
  | 'arabic'
  | 'japanese'
  | 'capitals'
  | 'edges';

/** One of the invented people of test/documents. */
export function sample(name: Sample): Resume {
  return JSON.parse(readFileSync(new URL(`./documents/${name}.json`, import.meta.url), 'utf8')) as Resume;
}
