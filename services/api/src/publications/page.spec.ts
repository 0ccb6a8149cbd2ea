import { describe, expect, it } from '@jest/globals';

import { profilePage, scriptJson } from './json-ld.js';
import { profileHtml } from './page.js';

const FACTS = {
  url: 'https://cv.example/u/ada',
  image: 'https://cv.example/u/ada/og.png',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-02-01T00:00:00.000Z',
};
const RENDERED = '<!doctype html><html><head><title>Ada</title></head><body>…</body></html>';

describe('the page of a profile', () => {
  it('says to search engines who it is about', () => {
    const resume = {
      basics: {
        name: 'Ada Lovelace',
        label: 'Analyst',
        url: 'https://ada.example',
        location: { city: 'London', countryCode: 'GB' },
        profiles: [{ url: 'javascript:alert(1)' }, { url: 'https://social.example/ada' }],
      },
      work: [
        { name: 'Engine Ltd', position: 'Analyst' },
        { name: 'Past Ltd', endDate: '1840' },
      ],
      skills: [{ name: 'Mathematics' }],
    };
    expect(profilePage(resume, FACTS)).toMatchObject({
      '@type': 'ProfilePage',
      url: FACTS.url,
      mainEntity: {
        '@type': 'Person',
        name: 'Ada Lovelace',
        jobTitle: 'Analyst',
        sameAs: ['https://ada.example', 'https://social.example/ada'],
        worksFor: [{ '@type': 'Organization', name: 'Engine Ltd' }],
        address: { '@type': 'PostalAddress', addressLocality: 'London', addressCountry: 'GB' },
        knowsAbout: ['Mathematics'],
      },
    });
  });

  it('says nothing of what is not there', () => {
    expect(profilePage({}, FACTS).mainEntity).toEqual({ '@type': 'Person', '@id': `${FACTS.url}#person` });
  });

  it('lets no document out of its place in the page', () => {
    const hostile = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>\u2028';
    const resume = { basics: { name: hostile, label: hostile, summary: hostile } };
    const html = profileHtml(RENDERED, resume, { ...FACTS, indexed: true });
    expect(html).not.toMatch(/<script>|<img/);
    // The data for search engines, and our own script.
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    expect(JSON.parse(scriptJson(resume))).toEqual(resume);
  });

  it('asks not to be listed if it is not public', () => {
    const page = (indexed: boolean) => profileHtml(RENDERED, {}, { ...FACTS, indexed });
    expect(page(false)).toContain('<meta name="robots" content="noindex">');
    expect(page(true)).not.toContain('noindex');
    expect(page(true)).toContain('<link rel="canonical" href="https://cv.example/u/ada">');
  });
});
