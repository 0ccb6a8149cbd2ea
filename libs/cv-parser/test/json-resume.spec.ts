import { isResume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { parseDocument } from '../src/index.js';
import { bytes, truth } from './support.js';

const read = (value: unknown) => parseDocument(bytes(JSON.stringify(value, null, 2)));

describe('JSON Resume', () => {
  it('is taken over exactly', async () => {
    const reading = await read(truth('en-one-column'));
    expect(reading.document).toEqual(truth('en-one-column'));
    expect(reading).toMatchObject({ format: 'json-resume', coverage: 1, unmapped: [], language: 'en' });
    expect(reading.confidence['/work/1/name']).toBe(1);
  });

  it('keeps members that the schema does not know as extensions', async () => {
    const { document } = await read({
      basics: { name: 'Ada Nym', pronouns: 'she' },
      hobbies: [{ name: 'Chess', years: 4 }],
    });
    expect(document).toEqual({
      basics: { name: 'Ada Nym', 'x-pronouns': 'she' },
      'x-hobbies': [{ name: 'Chess', years: 4 }],
    });
    expect(isResume(document)).toBe(true);
  });

  it('gives back values of a wrong form as unmapped', async () => {
    const reading = await read({
      basics: { name: 'Ada Nym', email: 'nowhere' },
      work: [{ name: 'Acme', startDate: 'last spring', endDate: '2020' }],
    });
    expect(reading.document).toEqual({ basics: { name: 'Ada Nym' }, work: [{ name: 'Acme', endDate: '2020' }] });
    expect(reading.unmapped.map(({ text }) => text)).toEqual(['nowhere', 'last spring']);
    expect(reading.coverage).toBeLessThan(1);
  });

  it('writes numbers as text where the schema wants text', async () => {
    const { document } = await read({ education: [{ institution: 'Durham University', score: 3.8 }] });
    expect(document.education).toEqual([{ institution: 'Durham University', score: '3.8' }]);
  });

  it('says where in the file each value stands', async () => {
    const text = '{"basics": {"name": "Ada Nym"}}';
    const { provenance } = await parseDocument(bytes(text));
    const [span] = provenance['/basics/name']!;
    expect(text.slice(span!.start, span!.end)).toBe('Ada Nym');
  });
});
