import { describe, expect, it } from '@jest/globals';

import { MASK_FIELDS, maskResume, type MaskField } from './mask.js';
import type { Resume } from './resume.js';
import { resumeProblems } from './validate.js';

const RESUME = {
  basics: {
    name: 'Zoë Müller-Brandt',
    email: 'zoe.mueller@example.org',
    phone: '+41 79 555 01 23',
    image: 'data:image/png;base64,AAAA',
    url: 'https://zoe-muller-brandt.example',
    summary:
      'Call 079 555 0123 or (079) 5550123, write to zoe.mueller@example.org. Frau Müller-Brandt led Acme AG’s team.',
    location: { address: 'Seestrasse 12', postalCode: '8002', city: 'Zürich', countryCode: 'CH' },
    profiles: [{ network: 'GitHub', username: 'zoemullerbrandt', url: 'https://github.com/zoemullerbrandt' }],
  },
  work: [
    {
      name: 'Acme AG',
      position: 'Lead',
      url: 'https://acme.example',
      summary: 'Acme AG makes things.',
      startDate: '2019',
    },
    { name: 'IT', position: 'Developer', summary: 'Built it with IT and GmbH partners.' },
  ],
  projects: [{ name: 'Move of Acme AG', entity: 'Acme AG' }],
  references: [{ name: 'Herr Keller', reference: 'Ask me at keller@example.com' }],
  meta: { canonical: 'https://gist.example/whole-cv.json', version: '1.3.1', theme: 'x' },
  'x-discover': {
    nameParts: { given: 'Zoë', family: 'Müller-Brandt' },
    emails: ['second@example.org'],
    phones: ['+41795550123', '044 123 45 67'],
    birthDate: '1990-05-01',
    birthPlace: 'Bern',
    sections: [
      { title: 'Private', items: ['Born 1990-05-01 in Bern', 'Seestrasse 12, 8002 Zürich', '0041 44 123 45 67'] },
    ],
  },
  'x-tool': { copy: ['zoe.mueller@example.org', { deep: '+41 (0)79 555 01 23' }] },
} satisfies Resume & Record<`x-${string}`, unknown>;

const masked = (...fields: MaskField[]) => maskResume(RESUME, fields) as typeof RESUME;
const text = (...fields: MaskField[]) => JSON.stringify(masked(...fields));

describe('a masked resume', () => {
  it('is the resume itself if nothing is masked', () => {
    expect(maskResume(RESUME, [])).toBe(RESUME);
  });

  it('has no phone number in any spelling, in no extension', () => {
    expect(masked('phone').basics.phone).toBeUndefined();
    expect(masked('phone')['x-discover'].phones).toBeUndefined();
    expect(text('phone').replace(/\D/g, '')).not.toMatch(/5550123|1234567/);
    expect(masked('phone').basics.summary).toContain('write to zoe.mueller@example.org');
  });

  it('has no e-mail address, whoever’s', () => {
    expect(text('email')).not.toContain('@');
  });

  it('has no street and no postal code, but the place', () => {
    expect(masked('address').basics.location).toEqual({ city: 'Zürich', countryCode: 'CH' });
    expect(text('address')).not.toContain('Seestrasse');
  });

  it('has no date or place of birth', () => {
    expect(text('birthDate')).not.toMatch(/1990-05-01|Bern/);
  });

  it('has no picture', () => {
    expect(text('photo')).not.toContain('data:image');
  });

  it('has the initial of the family name and nothing that spells it out', () => {
    expect(masked('lastName').basics.name).toBe('Zoë M.');
    expect(masked('lastName')['x-discover'].nameParts).toEqual({ given: 'Zoë', family: 'M.' });
    expect(masked('lastName').basics.summary).toContain('Frau M. led');
    expect(text('lastName')).not.toMatch(/m[uü]ller-?brandt/i);
  });

  it('guesses the family name where its parts are not known', () => {
    const resume = { basics: { name: 'Ada King Lovelace', summary: 'Lovelace wrote the first program.' } };
    expect(maskResume(resume, ['lastName'])).toEqual({
      basics: { name: 'Ada K. L.', summary: 'L. wrote the first program.' },
    });
  });

  it('names no employer, but keeps positions, dates and words that only look like one', () => {
    const { work, projects } = masked('employers');
    expect(work[0]).toEqual({ position: 'Lead', summary: '••• makes things.', startDate: '2019' });
    expect(work[1]!.summary).toContain('Built it with');
    expect(projects[0]).toEqual({ name: 'Move of •••' });
    expect(text('employers')).not.toContain('Acme');
  });

  it('has no links and no references if those are masked', () => {
    expect(text('links')).not.toContain('https://');
    expect(masked('references').references).toBeUndefined();
  });

  it('says nothing of where the whole document is', () => {
    for (const field of MASK_FIELDS) expect(masked(field).meta).toEqual({ version: '1.3.1' });
  });

  it('is valid, and the original is as it was', () => {
    const before = JSON.stringify(RESUME);
    expect(resumeProblems(maskResume(RESUME, MASK_FIELDS))).toEqual([]);
    expect(JSON.stringify(RESUME)).toBe(before);
  });

  it('takes long texts of any kind in a moment', () => {
    const long = ['a', '1', ' ', '5 ', 'a@', 'a.', '5550123 '].map((part) => part.repeat(200_000 / part.length));
    const started = performance.now();
    maskResume({ ...RESUME, interests: [{ keywords: long }] }, MASK_FIELDS);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('takes any JSON without failing', () => {
    const strange = { basics: { name: 5, profiles: 'x' }, work: [null, 'x'], 'x-discover': [] } as unknown as Resume;
    expect(() => maskResume(strange, MASK_FIELDS)).not.toThrow();
  });
});
