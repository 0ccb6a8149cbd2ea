// Takes the pictures anew that test/snapshots.spec.ts compares with: `npm run snapshots`. Look at each that changed before
// you commit it.
import { mkdirSync, writeFileSync } from 'node:fs';

import { renderCv, templates } from '../dist/index.js';
import { firstPage } from '../test/page-picture.ts';
import { SNAPSHOT_WIDTH, snapshotRequest, snapshotUrl } from '../test/samples.ts';
import { encodePng } from './png.mjs';

mkdirSync(new URL('.', snapshotUrl('any')), { recursive: true });
for (const { id } of templates) {
  const png = encodePng(await firstPage((await renderCv(snapshotRequest(id))).bytes, SNAPSHOT_WIDTH));
  writeFileSync(snapshotUrl(id), png);
  console.log(`${id}: ${Math.ceil(png.length / 1024)} KiB`);
}
