import type { PictureHeader } from './header.js';
import { preparePhoto, type PreparedPhoto } from './prepare.js';

export interface PhotoTask {
  bytes: Uint8Array;
  header: PictureHeader;
}

/** Null if the pixels cannot be decoded. */
export type PhotoAnswer = PreparedPhoto | null;

/** Entry point of a process that decodes pictures, one at a time; whoever started it ends it. */
process.on('message', ({ bytes, header }: PhotoTask) => {
  process.send!(answer(bytes, header));
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());

function answer(bytes: Uint8Array, header: PictureHeader): PhotoAnswer {
  try {
    return preparePhoto(bytes, header);
  } catch {
    return null;
  }
}
