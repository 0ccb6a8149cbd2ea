import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Resume } from '@discover/cv-model';

const folder = join(import.meta.dirname, 'documents');

export function document(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

export function truth(name: string): Resume {
  return JSON.parse(readFileSync(join(folder, `${name}.truth.json`), 'utf8')) as Resume;
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
