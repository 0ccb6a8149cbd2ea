import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { diff } from './diff.js';
import { applyPatch } from './json-patch.js';

const json = (maxDepth: number) => fc.jsonValue({ maxDepth, depthSize: 'medium' });

/** Lists of what CVs are made of, from few words, so that equal, alike, moved and repeated items are common. */
const word = fc.constantFrom('a', 'b', 'c', 'd');
const entry = fc.record(
  { name: word, position: word, highlights: fc.array(word, { maxLength: 4 }) },
  { requiredKeys: [], noNullPrototype: true },
);
const resume = fc.record(
  { basics: fc.record({ name: word }, { noNullPrototype: true }), work: fc.array(entry, { maxLength: 8 }) },
  { requiredKeys: [], noNullPrototype: true },
);

describe('diff', () => {
  it('makes one value into another, whatever they are', () => {
    fc.assert(
      fc.property(json(4), json(4), (before, after) => {
        expect(applyPatch(before, diff(before, after))).toStrictEqual(after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('makes one list of entries into another, though they moved, changed and repeat', () => {
    fc.assert(
      fc.property(resume, resume, (before, after) => {
        const copy = structuredClone(before);
        expect(applyPatch(before, diff(before, after))).toStrictEqual(after);
        expect(before).toStrictEqual(copy);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says nothing about equal values, whatever the order of their members', () => {
    expect(diff({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([]);
  });

  const job = (name: string, more: object = {}) => ({
    name,
    position: 'Engineer',
    startDate: '2019-03',
    summary: 'Built and ran the systems of the house for many years.',
    ...more,
  });

  it('names a changed member only', () => {
    const before = { basics: { name: 'Ada', label: 'Engineer' }, work: [job('One'), job('Two')] };
    const after = { basics: { name: 'Ada', label: 'Engineer' }, work: [job('One'), job('Two', { position: 'Lead' })] };
    expect(diff(before, after)).toEqual([{ op: 'replace', path: '/work/1/position', value: 'Lead' }]);
  });

  it('adds an entry in front without touching those behind it', () => {
    const work = [job('One'), job('Two'), job('Three')];
    const added = job('New', { position: 'Head', startDate: '2026-01' });
    expect(diff({ work }, { work: [added, ...work] })).toEqual([{ op: 'add', path: '/work/0', value: added }]);
    expect(diff({ work: [added, ...work] }, { work })).toEqual([{ op: 'remove', path: '/work/0' }]);
  });

  it('moves one entry, and follows it when it was changed as well', () => {
    const [a, b, c, d] = ['One', 'Two', 'Three', 'Four'].map((name) => job(name, { url: `https://${name}.example` }));
    const changed = { ...a, endDate: '2026-02' };
    expect(diff([a, b, c, d], [b, c, d, changed])).toEqual([
      { op: 'move', from: '/0', path: '/3' },
      { op: 'add', path: '/3/endDate', value: '2026-02' },
    ]);
    expect(diff([a, b, c, d], [d, a, b, c])).toEqual([{ op: 'move', from: '/3', path: '/0' }]);
  });

  it('takes the right one of repeated items away', () => {
    expect(diff(['x', 'y', 'x'], ['y', 'x'])).toEqual([{ op: 'remove', path: '/0' }]);
  });

  it('replaces a part as a whole where that is shorter', () => {
    expect(diff({ a: { b: 1, c: 2, d: 3 } }, { a: { e: 4 } })).toEqual([
      { op: 'replace', path: '/a', value: { e: 4 } },
    ]);
  });

  it('takes no longer than it should for the largest lists that a document may have', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    const after = before.map((line, index) => (index % 2 === 0 ? line : `${line}!`)).reverse();
    const begun = performance.now();
    expect(applyPatch(before, diff(before, after))).toEqual(after);
    const many = before.slice(0, 2_000);
    expect(applyPatch(many, diff(many, many.toReversed()))).toEqual(many.toReversed());
    // Entries that all changed and moved: the most that is weighed against each other.
    const entries = Array.from({ length: 100 }, (_, entry) => ({
      name: `entry ${entry}`,
      lines: before.slice(entry * 199, entry * 199 + 198),
    }));
    const changed = entries.map((entry) => ({ ...entry, name: `${entry.name}!` })).reverse();
    expect(applyPatch(entries, diff(entries, changed))).toEqual(changed);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
