import { unzipSync } from 'fflate';

import { ParseError } from '../errors.js';
import type { Limits } from '../limits.js';

/** A part that grows more than this when inflated, and to more than `SMALL`, is a bomb: XML of real documents grows 5 to 40 times. */
const MAX_RATIO = 250;
const SMALL = 1024 * 1024;

/** The parts of a container that are wanted, inflated within bounds that hold before any byte is inflated. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, limits: Limits): Map<string, Uint8Array> {
  let entries = 0;
  let inflated = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > limits.maxZipEntries)
          throw new ParseError('too_large', 'The document holds too many parts. Save it anew without attachments.');
        if (!wanted(name)) return false;
        // A stored part takes its packed size, whatever it says of the other.
        inflated += Math.max(size, originalSize);
        const grows = originalSize > SMALL && originalSize > size * MAX_RATIO;
        if (grows || inflated > limits.maxInflatedBytes) throw new ParseError('too_large');
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError('corrupt_document', undefined, { cause: error });
  }
}
