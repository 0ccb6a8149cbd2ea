import type { Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { macroF1, scoreResume, total, type Field } from './score.js';

const person: Resume = {
  basics: {
    name: 'Dr. Ottilie Förster-Jæger',
    email: 'ottilie@example.org',
    phone: '+49 171 4455667',
    url: 'https://www.foerster.example/',
    location: { city: 'Köln', countryCode: 'DE' },
    profiles: [{ network: 'LinkedIn', username: 'ottilie', url: 'https://linkedin.com/in/ottilie' }],
  },
  work: [
    {
      name: 'Kesselbau Rhein GmbH',
      position: 'Schweißerin',
      startDate: '2018-04',
      highlights: ['Nähte an Druckkesseln', 'Prüfung der Nähte'],
    },
    { name: 'Werft Nordend', position: 'Praktikantin', startDate: '2017', endDate: '2017' },
  ],
  education: [
    {
      institution: 'Berufskolleg Köln',
      studyType: 'Gesellenbrief',
      area: 'Metallbau',
      startDate: '2014-08',
      endDate: '2017-07',
    },
  ],
  skills: [{ name: 'Verfahren', keywords: ['WIG', 'MAG'] }, { name: 'C++' }],
  languages: [{ language: 'Deutsch' }, { language: 'Englisch' }],
};

const f1 = (predicted: Resume, field: Field, truth: Resume = person): number => scoreResume(truth, predicted)[field].f1;
const basics = (change: Resume['basics']): Resume => ({ ...person, basics: { ...person.basics, ...change } });

describe('scoreResume', () => {
  it('gives everything to what is the same, and nothing to nothing', () => {
    expect(macroF1(scoreResume(person, person))).toBe(1);
    expect(macroF1(scoreResume(person, {}))).toBe(0);
    expect(scoreResume(person, {}).email).toMatchObject({ right: 0, invented: 0, missed: 1 });
  });

  it.each([
    ['name', { name: 'FORSTER-JAEGER, Dr Ottilie' }, 1],
    ['name', { name: 'Ottilie Förster-Jæger' }, 0],
    ['email', { email: 'mailto:Ottilie@Example.org' }, 1],
    ['phone', { phone: '0171/4455667' }, 1],
    ['phone', { phone: '0171/4455668' }, 0],
    ['links', { url: 'foerster.example', profiles: [{ network: 'LinkedIn', username: 'ottilie' }] }, 1],
    ['links', { url: 'foerster.example', profiles: [] }, 2 / 3],
    ['location', { location: { city: '50667 Köln', countryCode: 'de' } }, 1],
    ['location', { location: { city: 'Kölleda', countryCode: 'DE' } }, 1 / 2],
  ] as const)('compares %s as people would: %j is %d', (field, change, expected) => {
    expect(f1(basics(change as Resume['basics']), field)).toBeCloseTo(expected, 5);
  });

  it('does not punish a country that nobody printed', () => {
    const silent: Resume = { basics: { location: { city: 'Köln' } } };
    expect(f1({ basics: { location: { city: 'Köln', countryCode: 'DE' } } }, 'location', silent)).toBe(1);
  });

  it('pairs jobs by likeness, in any order, and counts what has no partner in all its fields', () => {
    const [first, second] = person.work!;
    const swapped = { ...person, work: [second!, { ...first!, name: 'Kesselbau Rhein' }] };
    expect(f1(swapped, 'work.employer')).toBe(1);
    const score = scoreResume(person, {
      ...person,
      work: [first!, { name: 'Bäckerei Mohn', position: 'Verkäuferin', startDate: '2001' }],
    });
    expect(score['work.items']).toMatchObject({ right: 1, invented: 1, missed: 1 });
    expect(score['work.position']).toMatchObject({ right: 1, invented: 1, missed: 1 });
  });

  it('compares dates at the coarser precision and takes a single date as start, end or both', () => {
    const [first, second] = person.work!;
    expect(
      f1(
        {
          ...person,
          work: [
            { ...first!, startDate: '2018' },
            { ...second!, endDate: '2017-12' },
          ],
        },
        'work.dates',
      ),
    ).toBe(1);
    const { endDate: _, ...onlyStart } = second!;
    expect(f1({ ...person, work: [first!, onlyStart] }, 'work.dates')).toBe(1);
    expect(f1({ ...person, work: [{ ...first!, startDate: '2018-05' }, second!] }, 'work.dates')).toBe(0.5);
  });

  it('counts the words of a job’s text', () => {
    const [first, second] = person.work!;
    const half = scoreResume(person, {
      ...person,
      work: [{ ...first!, highlights: ['Nähte an Druckkesseln'] }, second!],
    });
    expect(half['work.highlights']).toMatchObject({ right: 3, invented: 0, missed: 3 });
  });

  it('leaves out unpaid work that was read as a job', () => {
    const helper: Resume = { ...person, volunteer: [{ organization: 'Tafel Köln', position: 'Helferin' }] };
    const read: Resume = { ...person, work: [...person.work!, { name: 'Tafel Köln', position: 'Helferin' }] };
    expect(scoreResume(helper, read)['work.items']).toMatchObject({ right: 2, invented: 0, missed: 0 });
  });

  it('takes keywords for skills, and languages by any of their names', () => {
    expect(f1({ skills: [{ name: 'wig' }, { name: 'Kenntnisse', keywords: ['MAG', 'C++'] }] }, 'skills')).toBe(1);
    expect(f1({ skills: [{ name: 'C' }] }, 'skills')).toBe(0);
    expect(f1({ languages: [{ language: 'allemand' }, { language: 'English (C1)' }] }, 'languages')).toBe(1);
  });

  it('adds up over documents before it divides', () => {
    const sum = total([scoreResume(person, person), scoreResume(person, {})]);
    expect(sum.name.f1).toBeCloseTo(2 / 3, 5);
  });
});
