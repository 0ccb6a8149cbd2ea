import { describe, expect, it } from '@jest/globals';

import { renderCv, templates } from '../src/index.js';
import { sample } from './samples.js';

const ATTACK = `"><script>alert(1)</script><img src=x onerror=alert(2)>'</style>`;

/** The same document with the attack in place of every text that is no date. */
function poisoned(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}(-\d\d)*$/.test(value) ? value : ATTACK;
  if (Array.isArray(value)) return value.map(poisoned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, poisoned(member)]));
}

async function html(document: object, template: string): Promise<string> {
  const { bytes, mediaType } = await renderCv({ document, template, format: 'html', options: { hiddenSections: [] } });
  expect(mediaType).toBe('text/html; charset=utf-8');
  return new TextDecoder().decode(bytes);
}

describe.each(templates.map(({ id }) => id))('the HTML of «%s»', (template) => {
  it('escapes every text of the document', async () => {
    const shown = await html(poisoned(sample('engineer')) as object, template);
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(shown).not.toMatch(/<script|<img|<iframe|onerror=alert\(2\)>/i);
    expect(shown.match(/<\/style>/g)).toHaveLength(1);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    ' \u0001javascript:alert(1)',
    'https://a:b@example.org',
  ])('makes no link of %j', async (url) => {
    const document = {
      basics: { name: 'A', url, profiles: [{ network: 'N', url }] },
      work: [{ name: 'W', url }],
      projects: [{ name: 'P', url }],
    };
    expect(await html(document, template)).not.toContain('<a ');
  });

  it('needs nothing from elsewhere', async () => {
    const shown = await html(sample('engineer'), template);
    expect(shown).toContain("default-src 'none'");
    expect(shown.match(/(src|srcset)\s*=|url\((?!data:)|@import|<link/g)).toBeNull();
    expect(shown).toContain('@font-face');
  });

  it('means what it shows: landmarks, one first heading, labelled sections, language', async () => {
    const shown = await html(sample('engineer'), template);
    expect(shown).toContain('<html lang="en" dir="ltr">');
    expect(shown.match(/<h1>/g)).toHaveLength(1);
    expect(shown).toContain('<main class="page">');
    expect(shown).toContain('<address class="contacts">');
    expect(shown).toContain('href="mailto:miriam.oyelaran-vogt@example.org"');
    const labels = [...shown.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id!);
    expect(labels.length).toBe(14);
    for (const id of labels) expect(shown).toContain(`<h2 id="${id}">`);
  });

  it('embeds the letters of other alphabets only where they occur', async () => {
    const latin = await html(sample('engineer'), template);
    const greek = await html({ basics: { name: 'Ελένη' } }, template);
    expect(latin).not.toContain('U+0370');
    expect(greek).toContain('U+0370');
    // Some 100 KB a family, of which a design has one or two.
    expect(latin.length).toBeLessThan(230_000);
  });
});
