import { readFileSync } from 'node:fs';

import type { Resume } from '@discover/cv-model';

/** One of the invented people of test/documents. */
export function sample(name: 'engineer' | 'nurse' | 'executive' | 'multilingual' | 'minimal'): Resume {
  return JSON.parse(readFileSync(new URL(`./documents/${name}.json`, import.meta.url), 'utf8')) as Resume;
}
