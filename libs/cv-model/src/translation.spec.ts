import { describe, expect, it } from '@jest/globals';

import type { Resume } from './resume.js';
import { placeTranslation, translated, type Translation } from './translation.js';

const document: Resume = {
  basics: { name: 'Ada', label: 'Engineer', summary: 'I build.' },
  work: [
    { name: 'One', position: 'Lead', summary: 'Led it.', highlights: ['Shipped'] },
    { name: 'Two', position: 'Developer', summary: 'Wrote it.' },
  ],
};

const french: Translation = {
  '/basics/summary': { text: 'Je construis.', source: 'I build.' },
  '/work/0/position': { text: 'Cheffe', source: 'Lead' },
  '/work/0/summary': { text: 'Dirigé.', source: 'Led it.' },
  '/work/1/summary': { text: 'Écrit.', source: 'Wrote it.' },
};

const placesOf = (changed: unknown) =>
  placeTranslation(changed, french).placed.map(({ pointer, text, outdated }) => [pointer, text, outdated]);

describe('placeTranslation', () => {
  it('finds every text where it was, and names the prose that has none', () => {
    const { placed, lost, untranslated } = placeTranslation(document, french);
    expect(placed.map(({ pointer, outdated }) => [pointer, outdated])).toEqual([
      ['/basics/summary', false],
      ['/work/0/position', false],
      ['/work/0/summary', false],
      ['/work/1/summary', false],
    ]);
    expect(lost).toEqual([]);
    expect(untranslated).toEqual(['/basics/label', '/work/0/highlights/0', '/work/1/position']);
  });

  it('flags a text whose source was edited, and tells both sources', () => {
    const changed = { ...document, basics: { ...document.basics, summary: 'I build bridges.' } };
    expect(placeTranslation(changed, french).placed).toContainEqual({
      pointer: '/basics/summary',
      text: 'Je construis.',
      source: 'I build.',
      current: 'I build bridges.',
      outdated: true,
    });
  });

  it('follows entries that moved, also with what was edited in them', () => {
    const [first, second] = document.work!;
    const changed = {
      ...document,
      work: [{ name: 'New', summary: 'Fresh.' }, second, { ...first, summary: 'Led all.' }],
    };
    expect(placesOf(changed)).toEqual([
      ['/basics/summary', 'Je construis.', false],
      ['/work/1/summary', 'Écrit.', false],
      ['/work/2/position', 'Cheffe', false],
      ['/work/2/summary', 'Dirigé.', true],
    ]);
  });

  it('never gives the text of one entry to another that took its place', () => {
    const [, second] = document.work!;
    const { placed, lost } = placeTranslation({ ...document, work: [second] }, french);
    expect(placed.map(({ pointer, text }) => [pointer, text])).toEqual([
      ['/basics/summary', 'Je construis.'],
      ['/work/0/summary', 'Écrit.'],
    ]);
    expect(lost).toEqual(['/work/0/position', '/work/0/summary']);
  });

  it('has no place for a text whose source is not text any more', () => {
    expect(placeTranslation({ basics: {} }, { '/basics/summary': { text: 'x', source: 'y' } })).toEqual({
      placed: [],
      lost: ['/basics/summary'],
      untranslated: [],
    });
  });
});

describe('translated', () => {
  it('puts the texts in place, falls back to the source elsewhere, and says its language', () => {
    const copy = structuredClone(document);
    expect(translated(document, placeTranslation(document, french).placed, 'fr')).toEqual({
      basics: { name: 'Ada', label: 'Engineer', summary: 'Je construis.' },
      work: [
        { name: 'One', position: 'Cheffe', summary: 'Dirigé.', highlights: ['Shipped'] },
        { name: 'Two', position: 'Developer', summary: 'Écrit.' },
      ],
      'x-discover': { language: 'fr' },
    });
    expect(document).toEqual(copy);
  });
});
