import { unzipSync } from 'fflate';

import { ParseError } from '../../errors.js';
import type { Limits } from '../../limits.js';

/** The parts of a container that are wanted, inflated within bounds that hold before any byte is inflated. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, limits: Limits): Map<string, Uint8Array> {
  let entries = 0;
  let inflated = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++entries > limits.maxZipEntries)
          throw new ParseError('too_large', 'The document holds too many parts. Save it anew without attachments.');
        if (!wanted(name)) return false;
        inflated += originalSize;
        if (inflated > limits.maxInflatedBytes) throw new ParseError('too_large');
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError('corrupt_document', undefined, { cause: error });
  }
}
