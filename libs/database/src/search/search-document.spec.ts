import type { Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { filterTerms, publicSearchDocument, searchDocument } from './search-document.js';
import { readable } from './text.js';

const resume: Resume = {
  basics: {
    name: 'Ada Brunner',
    label: 'Engineer',
    email: 'ada@example.org',
    location: { city: 'Genève', region: 'Romandie', countryCode: 'CH' },
  },
  work: [
    { name: 'Nordwind AG', position: 'Lead', startDate: '2020-01' },
    { name: 'nordwind ag', position: 'Engineer' },
  ],
  skills: [{ name: 'Tools', level: 'Master', keywords: ['Figma', 'figma ', 'C++'] }, { name: 'Rust' }],
  references: [{ name: 'Ostertag', reference: 'Good.' }],
  'x-discover': { nationalities: ['CH'], sections: [{ title: 'Hobby', items: ['Chess'] }] },
};

describe('what a CV is found by', () => {
  it('is counted by each value once, and filtered by its words and the names of its country', () => {
    const { facets, terms } = searchDocument(resume, 'fr-CH', 'CV');
    expect(facets).toEqual(['s:Figma', 's:C++', 's:Rust', 'p:Genève', 'e:Nordwind AG', 'l:fr-CH']);
    for (const [facet, value] of [
      ['place', 'geneve'],
      ['place', 'Switzerland'],
      ['place', 'suisse'],
      ['place', 'ch'],
      ['employer', 'NORDWIND'],
      ['skill', 'c++'],
      ['language', 'fr'],
      ['language', 'fr-CH'],
    ] as const)
      expect(terms).toEqual(expect.arrayContaining(filterTerms(facet, value)));
    expect(filterTerms('skill', 'React Native')).toEqual(['s:react', 's:native']);
  });

  it('is for its owner all that stands in it, the title first, and no dates', () => {
    const texts = searchDocument(resume, 'fr', 'For Nordwind').texts.map(readable);
    expect(texts[0]).toBe('For Nordwind\nAda Brunner\nEngineer');
    expect(texts[3]).toContain('Chess');
    for (const own of ['ada@example.org', 'Ostertag']) expect(texts[3]).toContain(own);
    expect(texts.join()).not.toContain('2020');
  });

  it('is for everybody neither its title, nor how to reach a person, nor others', () => {
    const everything = JSON.stringify(publicSearchDocument(resume, 'fr', ['employers']));
    for (const hidden of ['example.org', 'Ostertag', 'ordwind']) expect(everything).not.toContain(hidden);
    expect(everything).toContain('Chess');
  });

  it('can be nothing', () => {
    expect(searchDocument({}, null, 'CV')).toMatchObject({ facets: [], terms: [], texts: ['CV', '', '', ''] });
    expect(() => searchDocument({ basics: { location: { countryCode: 'x' } } }, 'no tag', 'CV')).not.toThrow();
  });
});
