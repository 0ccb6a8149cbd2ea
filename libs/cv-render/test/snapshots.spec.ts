import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

import { renderCv, templates } from '../src/index.js';
import { firstPage } from './page-picture.js';
import { SNAPSHOT_WIDTH, snapshotRequest, snapshotUrl } from './samples.js';

/** Of a pixel's colour: more than the 4 bits a channel that snapshots are rounded to, less than the palest tint we print. */
const COLOUR_TOLERANCE = 0.06;
/** Pixels of a page that may differ: some at the edges of letters, but not a word. */
const MOST_DIFFERENT = 40;

/** How many pixels differ; if too many, a picture of where they do is kept, and its path told. */
async function difference(template: string): Promise<string> {
  const kept = PNG.sync.read(readFileSync(snapshotUrl(template)));
  const now = await firstPage((await renderCv(snapshotRequest(template))).bytes, SNAPSHOT_WIDTH);
  if (now.width !== kept.width || now.height !== kept.height)
    return `The page is ${now.width} × ${now.height}, it was ${kept.width} × ${kept.height}.`;
  const picture = new PNG({ width: kept.width, height: kept.height });
  const pixels = pixelmatch(kept.data, now.data, picture.data, kept.width, kept.height, {
    threshold: COLOUR_TOLERANCE,
  });
  if (pixels <= MOST_DIFFERENT) return '';
  const file = join(mkdtempSync(join(tmpdir(), 'snapshot-')), `${template}.png`);
  writeFileSync(file, PNG.sync.write(picture));
  return `${pixels} pixels differ: see ${file}. If it is meant to look so, run npm run snapshots.`;
}

describe('the page', () => {
  it.each(templates.map(({ id }) => id))('of %s looks as it did', async (id) => {
    expect(await difference(id)).toBe('');
  });
});
