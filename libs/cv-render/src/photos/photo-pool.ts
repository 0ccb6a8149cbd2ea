import { createRequire } from 'node:module';

import { ProcessPool, type ProcessPoolOptions } from '../sandbox/process-pool.js';
import { PhotoError } from './errors.js';
import { readPictureHeader, type PictureHeader } from './header.js';
import type { PreparedPhoto } from './prepare.js';
import type { PhotoAnswer, PhotoTask } from './process.js';
import { PHOTO_SIZES } from './sizes.js';

/** More than any camera of a telephone makes as it comes. */
const MAX_PIXELS = 50e6;
/** Narrower ones are lines. */
const MAX_PROPORTION = 20;
const MIN_EDGE = PHOTO_SIZES[0];

/**
 * 50 megapixels take 3 to 7 s and up to 920 MiB. What decodes them is native code: so each has a process of its own, which
 * knows no secret, cannot leave anything behind for the next person's, and can be killed.
 */
const BOUNDS: ProcessPoolOptions = { processes: 1, timeoutMs: 15_000, memoryMb: 1_200 };

/** Makes uploaded pictures into photos: checked, upright, without metadata, in the sizes and formats in use. */
export class PhotoPool {
  private readonly processes: ProcessPool<PhotoTask, PhotoAnswer>;

  constructor(options: Partial<ProcessPoolOptions> = {}) {
    const bounds = { ...BOUNDS, ...options };
    const path = createRequire(import.meta.url).resolve('@discover/cv-render/photos');
    this.processes = new ProcessPool({ path, env: { HOME: '/nonexistent' }, once: true }, bounds, {
      timeout: () =>
        new PhotoError('timeout', `The picture took more than ${bounds.timeoutMs} ms. Send a smaller one.`),
      memory: () => new PhotoError('picture_too_large', 'The picture takes too much memory. Send a smaller one.'),
      crash: () => unreadable(),
    });
  }

  /** @throws PhotoError */
  async prepare(bytes: Uint8Array, signal?: AbortSignal): Promise<PreparedPhoto> {
    const header = checked(bytes);
    const prepared = await this.processes.run({ bytes, header }, signal);
    if (prepared === null) throw unreadable();
    return prepared;
  }

  /** Ends the processes, also those that are at work. */
  async close(): Promise<void> {
    await this.processes.close();
  }
}

/** What can be said before anything is decoded. */
function checked(bytes: Uint8Array): PictureHeader {
  const header = readPictureHeader(bytes);
  if (!header)
    throw new PhotoError(
      'corrupt_picture',
      'This is no complete picture. Send a JPEG, PNG, WebP or AVIF (a HEIC can be saved as one of these).',
    );
  const { width, height } = header;
  if (width * height > MAX_PIXELS)
    throw new PhotoError(
      'picture_too_large',
      `A picture may have at most ${MAX_PIXELS / 1e6} million pixels; this one has ${Math.ceil((width * height) / 1e6)}.`,
    );
  if (Math.min(width, height) < MIN_EDGE || Math.max(width, height) > MAX_PROPORTION * Math.min(width, height))
    throw new PhotoError('picture_too_small', `A picture must be at least ${MIN_EDGE} pixels wide and high.`);
  return header;
}

function unreadable(): PhotoError {
  return new PhotoError('corrupt_picture', 'The picture is damaged. Choose another one.');
}
