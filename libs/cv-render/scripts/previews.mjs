// Makes the preview picture of every template: node tools/run.mjs nx run @discover/cv-render:build, then
//   node libs/cv-render/scripts/previews.mjs
// The first page of a sample (test/previews.json says whose; else the engineer’s), as anyone would see it in a PDF viewer.
// previews.json says what each was made of; a test compares it with what the template would give today.
import { writeFileSync } from 'node:fs';

import { renderCv, renderIdentity, templates } from '../dist/index.js';
import { firstPage } from '../test/page-picture.ts';
import { previewRequest } from '../test/samples.ts';
import { encodePng } from './png.mjs';

/** Pixels across. */
const WIDTH = 640;

const folder = new URL('../src/templates/', import.meta.url);
const identities = {};
for (const { id } of templates) {
  const request = previewRequest(id);
  const picture = await firstPage((await renderCv(request)).bytes, WIDTH);
  const png = encodePng(picture);
  writeFileSync(new URL(`${id}/preview.png`, folder), png);
  identities[id] = renderIdentity(request);
  console.log(`${id}: ${picture.width} × ${picture.height}, ${Math.ceil(png.length / 1024)} KiB`);
}
writeFileSync(new URL('previews.json', folder), `${JSON.stringify(identities, null, 2)}\n`);
