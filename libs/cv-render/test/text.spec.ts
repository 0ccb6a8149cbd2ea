import { describe, expect, it } from '@jest/globals';
import type { Resume } from '@discover/cv-model';

import { renderCv, type RenderFormat } from '../src/index.js';
import { attachment } from './pdf-reading.js';
import { sample } from './samples.js';

async function text(format: RenderFormat, document: Resume, options = {}): Promise<string> {
  return new TextDecoder().decode((await renderCv({ document, template: 'classic', format, options })).bytes);
}

describe('plain text', () => {
  it('has one line a paragraph, headings apart, and bullets that every form takes', async () => {
    const shown = await text('txt', sample('engineer'));
    expect(shown.split('\n\n').slice(0, 2)).toEqual([
      'Miriam Oyelaran-Vogt\nPrincipal Software Engineer, Distributed Systems',
      expect.stringMatching(/^E-mail: miriam\S+\nPhone: \+41/),
    ]);
    expect(shown).toContain(
      '\n\nEXPERIENCE\n\nPrincipal Engineer | Helvetic Clearing AG\nMar 2020 – Present | Zürich\n',
    );
    expect(shown).toMatch(/\n- Replaced the nightly batch [^\n]{60,}\n/);
    expect(shown).not.toMatch(/\n\n\n|[ \t]\n/);
  });

  it('holds characters that no font of ours has', async () => {
    expect(await text('txt', { basics: { name: 'Սարգիս' } })).toBe('Սարգիս\n');
  });
});

describe('Markdown', () => {
  it('has headings, links and lists', async () => {
    const shown = await text('md', sample('engineer'));
    expect(shown).toMatch(/^# Miriam Oyelaran-Vogt\n\n\*\*Principal Software Engineer/);
    expect(shown).toContain(
      '\n\n## Experience\n\n### Principal Engineer | [Helvetic Clearing AG](<https://clearing.example.com/>)\n',
    );
  });

  it.each([
    ['*bold* and _it_ and `code`', '\\*bold\\* and \\_it\\_ and \\`code\\`'],
    ['snake_case stays', 'snake_case stays'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['- no list', '\\- no list'],
    ['+41 44 555', '+41 44 555'],
    ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
    ['[a](b)', '\\[a\\](b)'],
  ])('takes «%s» as text', async (given, escaped) => {
    expect(await text('md', { basics: { name: 'A', summary: given } })).toContain(`\n\n${escaped}\n`);
  });
});

describe('Europass', () => {
  it('has name, languages by ability, work with its dates, and what is ongoing', async () => {
    const xml = await text('xml', sample('engineer'));
    expect(xml).toContain('<FirstName>Miriam</FirstName><Surname>Oyelaran-Vogt</Surname>');
    expect(xml).toContain('<Period><From year="2020" month="--03"/><Current>true</Current></Period>');
    expect(xml).toContain('<Label>German</Label></Description><ProficiencyLevel><Listening>C1</Listening>');
    expect(xml).toContain('<MotherTongue><Description><Label>Yoruba</Label>');
    expect(xml).toContain('&lt;li&gt;Replaced the nightly batch');
  });
});

describe('what is hidden on the page', () => {
  it('is not in the attached data either', async () => {
    const document = sample('engineer');
    const { bytes } = await renderCv({
      document,
      template: 'classic',
      format: 'pdf',
      options: { hiddenSections: ['personal', 'references', 'summary'] },
    });
    const attached = JSON.parse(attachment(bytes).toString('utf8')) as Resume;
    expect(attached.work).toEqual(document.work);
    expect([attached.references, attached.basics?.summary, attached['x-discover']?.birthDate]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(document.references).toHaveLength(1);
  });
});
