import { describe, expect, it } from '@jest/globals';

import { renderCv, templates, type RenderFormat } from '../src/index.js';
import { PROFILES, type ProfileId } from '../src/profiles.js';
import { attachment, pdfText } from './pdf-reading.js';
import { sample } from './samples.js';

const document = sample('engineer');

/** All that a render holds, as text: pages and attached data. */
async function all(profile: ProfileId, format: RenderFormat, template = 'classic'): Promise<string> {
  const { bytes } = await renderCv({ document, template, format, options: { profile } });
  if (format !== 'pdf') return new TextDecoder().decode(bytes);
  return `${await pdfText(bytes)} ${attachment(bytes).toString('utf8')}`;
}

describe('a country profile', () => {
  it.each(templates.map(({ id }) => id))('of blind hiring tells nobody who it is («%s»)', async (template) => {
    for (const format of ['pdf', 'html', 'txt', 'json', 'xml'] as const) {
      const shown = await all('blind', format, template);
      for (const secret of [
        'Miriam',
        'Oyelaran',
        'Vogt',
        'moyvogt',
        '555 01 42',
        '5550142',
        'Seestrasse',
        '1987',
        'Ammann',
      ])
        expect([format, secret, shown.includes(secret)]).toEqual([format, secret, false]);
      expect(shown).toContain('Helvetic Clearing AG');
    }
  });

  it.each(['us', 'uk'] as const)('of %s keeps what equal treatment forbids to ask for', async (profile) => {
    const shown = await all(profile, 'pdf');
    for (const secret of ['1987', 'Nationality', 'Date of birth']) expect(shown).not.toContain(secret);
    for (const kept of ['Miriam Oyelaran-Vogt', 'Swiss citizen', 'Driving licence']) expect(shown).toContain(kept);
  });

  it('of Germany, Austria and Switzerland shows personal facts, also in templates that hide them', async () => {
    for (const { id } of templates) expect([id, (await all('dach', 'txt', id)).includes('1987')]).toEqual([id, true]);
  });

  it('gives the paper, unless another is asked for', async () => {
    const size = async (options: object) => {
      const { bytes } = await renderCv({ document, template: 'classic', format: 'svg', options });
      return /width="([\d.]+)pt"/.exec(new TextDecoder().decode(bytes))![1];
    };
    expect(await size({ profile: 'us' })).toBe('612');
    expect(Number(await size({ profile: 'us', paper: 'a4' }))).toBeCloseTo(595.28, 1);
  });

  it('changes nothing of the document itself', async () => {
    const before = structuredClone(document);
    for (const id of Object.keys(PROFILES) as ProfileId[]) await all(id, 'txt');
    expect(document).toEqual(before);
  });
});
