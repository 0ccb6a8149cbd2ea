import { describe, expect, it } from '@jest/globals';

import { matchesRevision, matchesTag, representationTag } from './entity-tags.js';

describe('If-Match', () => {
  it.each([undefined, '*', '"7"', '"3", "7"', representationTag(7, 'some fields')])(
    '%p matches revision 7',
    (header) => {
      expect(matchesRevision(header, 7)).toBe(true);
    },
  );

  it.each(['', '"8"', '7', 'W/"7"', '"77"', '"8.7"', representationTag(8, 'x')])('%p does not', (header) => {
    expect(matchesRevision(header, 7)).toBe(false);
  });
});

describe('If-None-Match', () => {
  it.each(['*', '"7"', 'W/"7"', '"1", "7"'])('%p matches the tag "7"', (header) => {
    expect(matchesTag(header, '"7"')).toBe(true);
  });

  it.each([undefined, '', '"8"', '"7.abc"'])('%p does not', (header) => {
    expect(matchesTag(header, '"7"')).toBe(false);
  });
});

describe('the tag of a representation', () => {
  it('is another for another body or revision', () => {
    const tags = [representationTag(1, 'a'), representationTag(1, 'b'), representationTag(2, 'a')];
    expect(new Set(tags).size).toBe(3);
    expect(representationTag(1, Buffer.from('a'))).toBe(tags[0]);
  });
});
