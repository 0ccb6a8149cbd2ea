import { readFileSync } from 'node:fs';

import type { Resume } from '@discover/cv-model';

import type { RenderRequest } from '../src/index.js';

type Sample =
  | 'engineer'
  | 'nurse'
  | 'executive'
  | 'researcher'
  | 'merchant'
  | 'multilingual'
  | 'minimal'
  | 'american'
  | 'arabic'
  | 'japanese'
  | 'chinese'
  | 'hebrew'
  | 'greek'
  | 'russian'
  | 'hindi'
  | 'capitals'
  | 'edges';

const folder = new URL('./documents/', import.meta.url);

/** One of the invented people of test/documents. */
export function sample(name: Sample): Resume {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Resume;
}

/** A drawing, 320 × 400. */
export function portrait(): Buffer {
  return readFileSync(new URL('portrait.png', folder));
}

/** What `scripts/previews.mjs` makes the preview of a template from. */
export function previewRequest(template: string): RenderRequest {
  const samples = JSON.parse(readFileSync(new URL('../previews.json', folder), 'utf8')) as Record<string, Sample>;
  return { document: sample(samples[template] ?? 'engineer'), template, format: 'pdf', photo: portrait() };
}

/** Pixels across the pictures in test/snapshots. */
export const SNAPSHOT_WIDTH = 620;

export const snapshotUrl = (template: string): URL => new URL(`../snapshots/${template}.png`, folder);

/** What the picture in test/snapshots shows: all that a head can hold, and a page full of entries. */
export function snapshotRequest(template: string): RenderRequest {
  return {
    document: sample('american'),
    template,
    format: 'pdf',
    photo: portrait(),
    options: { qrCode: 'https://cv.example.org/u/snapshot' },
  };
}
