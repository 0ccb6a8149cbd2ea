import { describe, expect, it } from '@jest/globals';

import { readText } from '../readers/text.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { Slice } from './slice.js';
import { Sourced } from './sourced.js';
import { assembleValid } from './valid.js';

describe('assembleValid', () => {
  const source = readText(new TextEncoder().encode('Ada Nym\nnowhere at all\n'), DEFAULT_LIMITS);
  const [name, place] = source.lines.map((line) => Slice.ofLine(source, line));

  it('leaves out what the schema refuses, and says what text that was', () => {
    const draft = { basics: { name: Sourced.text(name!, 0.9), email: Sourced.text(place!, 0.5) } };
    const read = assembleValid(draft, source, []);
    expect(read.document).toEqual({ basics: { name: 'Ada Nym' } });
    expect(read.unmapped).toEqual([{ page: 1, start: 8, end: 22, text: 'nowhere at all' }]);
    expect(Object.keys(read.provenance)).toEqual(['/basics/name']);
  });
});
