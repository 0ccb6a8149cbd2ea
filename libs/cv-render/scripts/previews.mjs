// Makes the preview picture of every template: node tools/run.mjs nx run @discover/cv-render:build, then
//   node libs/cv-render/scripts/previews.mjs
// The first page of a sample (test/previews.json says whose; else the engineer’s), as anyone would see it in a PDF viewer. previews.json says what each was made of; a test
// compares it with what the template would give today.
import { readFileSync, writeFileSync } from 'node:fs';

import { PDFiumLibrary } from '@hyzyla/pdfium';

import { renderCv, renderIdentity, templates } from '../dist/index.js';
import { encodePng } from './png.mjs';

/** Pixels across. */
const WIDTH = 640;

const read = (path) => readFileSync(new URL(`../test/${path}`, import.meta.url));
const samples = JSON.parse(read('previews.json'));
const photo = read('documents/portrait.png');
const folder = new URL('../src/templates/', import.meta.url);
const library = await PDFiumLibrary.init();
const identities = {};
for (const { id } of templates) {
  const document = JSON.parse(read(`documents/${samples[id] ?? 'engineer'}.json`));
  const request = { document, template: id, format: 'pdf', photo };
  const { bytes } = await renderCv(request);
  const pdf = await library.loadDocument(bytes);
  const page = pdf.getPage(0);
  const { originalWidth } = page.getOriginalSize();
  const bitmap = await page.render({ scale: WIDTH / originalWidth, render: 'bitmap', colorSpace: 'BGRA' });
  const png = encodePng(bitmap);
  pdf.destroy();
  writeFileSync(new URL(`${id}/preview.png`, folder), png);
  identities[id] = renderIdentity(request);
  console.log(`${id}: ${bitmap.width} × ${bitmap.height}, ${Math.ceil(png.length / 1024)} KiB`);
}
library.destroy();
writeFileSync(new URL('previews.json', folder), `${JSON.stringify(identities, null, 2)}\n`);
