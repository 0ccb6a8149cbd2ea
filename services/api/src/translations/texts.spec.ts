import { AppError } from '@discover/contracts';
import type { Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { merged, sourcesOf } from './texts.js';

const document: Resume = {
  basics: { label: 'Engineer', email: 'ada@example.org', summary: 'I build.' },
  work: [{ name: 'One', summary: 'Led it.', highlights: ['Shipped'] }],
  'x-discover': { language: 'en' },
};

const problemsOf = (values: Record<string, string | null>) => {
  try {
    sourcesOf(document, 'fr', values);
    return [];
  } catch (error) {
    return (error as AppError).problems.map(({ pointer }) => pointer);
  }
};

describe('sourcesOf', () => {
  it('keeps with each text what it translates', () => {
    expect(sourcesOf(document, 'fr', { '/work/0/highlights/0': 'Livré', '/basics/label': null })).toEqual({
      '/work/0/highlights/0': { text: 'Livré', source: 'Shipped' },
    });
  });

  it('names every text that translates nothing or could not stand in the document', () => {
    const bad = { '/basics': 'x', '/work/1/summary': 'x', '/nothing': null, '/basics/email': 'no address' };
    expect(problemsOf({ ...bad, '/basics/label': 'Ingénieure' })).toEqual([
      '/values/~1basics',
      '/values/~1work~11~1summary',
      '/values/~1nothing',
      '/values/~1basics~1email',
    ]);
    expect(problemsOf({ '/constructor/name': 'x', '/work/length': 'x' })).toHaveLength(2);
  });

  it('refuses the language that the document is in', () => {
    expect(() => sourcesOf(document, 'en', {})).toThrow(AppError);
  });
});

describe('merged', () => {
  const translation = {
    '/basics/label': { text: 'Ingénieure', source: 'Engineer' },
    '/basics/summary': { text: 'Vieux.', source: 'Old.' },
    '/work/3/summary': { text: 'Dirigé.', source: 'Led it.' },
    '/work/0/highlights/4': { text: 'Perdu', source: 'Gone' },
  };

  it('moves texts to where they belong now, and keeps those that belong nowhere and those that are outdated', () => {
    expect(merged(document, translation, { '/basics/label': 'x' })).toEqual({
      '/basics/summary': translation['/basics/summary'],
      '/work/0/summary': translation['/work/3/summary'],
      '/work/0/highlights/4': translation['/work/0/highlights/4'],
    });
  });
});
