import type { Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import {
  renderCv,
  RenderError,
  renderIdentity,
  SECTION_IDS,
  templates,
  type RenderOptions,
  type RenderRequest,
} from '../src/index.js';
import { sample } from './samples.js';

const request = (changes: object = {}): RenderRequest => ({
  document: sample('nurse'),
  template: 'classic',
  format: 'pdf',
  ...changes,
});

async function failure(changes: object): Promise<RenderError> {
  const error: unknown = await renderCv(request(changes)).catch((reason: unknown) => reason);
  if (error instanceof RenderError) return error;
  throw new Error('The render was not refused.');
}

describe('what is refused', () => {
  it('names every bad option by its pointer', async () => {
    const options = {
      paper: 'a5',
      margins: '7mm',
      dates: 'roman',
      secondaryColor: '#000000',
      accentColor: 'red',
      fonts: 1,
      colour: '#000000',
      'a/b': 1,
      sectionOrder: ['work', 'work'],
      hiddenSections: ['nope'],
      photoShape: 'star',
      qrCode: 'ftp://example.org',
      closing: 'yours',
    };
    const error = await failure({ options });
    expect(error.code).toBe('invalid_options');
    const found = Object.fromEntries(error.problems.map(({ pointer, code }) => [pointer, code]));
    expect(found).toEqual({
      '/paper': 'invalid_value',
      '/margins': 'bad_format',
      '/dates': 'invalid_value',
      // Classic has one colour.
      '/secondaryColor': 'unknown_field',
      '/accentColor': 'bad_format',
      '/fonts': 'invalid_value',
      '/colour': 'unknown_field',
      '/a~1b': 'unknown_field',
      '/sectionOrder': 'invalid_value',
      '/hiddenSections/0': 'invalid_value',
      '/photoShape': 'invalid_value',
      '/qrCode': 'bad_format',
      '/closing': 'invalid_value',
    });
  });

  it.each([{ options: [] }, { options: 'x' }, { options: 7 }])('options that are no object: %j', async (given) => {
    expect((await failure(given)).problems).toMatchObject([{ pointer: '', code: 'wrong_type' }]);
  });

  it.each(['../modern', 'nope', '__proto__', ''])('the template %j', async (template) => {
    expect((await failure({ template })).code).toBe('unknown_template');
  });

  it.each(['doc', 'toString', ''])('the format %j', async (format) => {
    expect((await failure({ format })).code).toBe('unsupported_format');
  });
});

describe('a template', () => {
  it.each(templates)('«$id» describes itself and its options', (template) => {
    expect(template.name).not.toBe('');
    expect(template.description.length).toBeGreaterThan(30);
    expect(template.version).toBeGreaterThanOrEqual(1);
    expect(template.tags.length).toBeGreaterThan(0);
    expect(template.typicalPages[0]).toBeLessThanOrEqual(template.typicalPages[1]);
    const properties = template.optionsSchema.properties as Record<string, { default?: unknown }>;
    expect(Object.keys(properties).filter((name) => name !== 'secondaryColor')).toEqual([
      'profile',
      'paper',
      'margins',
      'accentColor',
      'fonts',
      'density',
      'dates',
      'locale',
      'sectionOrder',
      'hiddenSections',
      'photoShape',
      'qrCode',
      'closing',
      'compareWith',
      'page',
      'maxPages',
      'minFontSize',
    ]);
    expect((properties.sectionOrder?.default as string[]).toSorted()).toEqual([...SECTION_IDS].toSorted());
  });
});

describe('the identity of a render', () => {
  it('is a SHA-256 that ignores the order of members and defaults that are written out', () => {
    const identity = renderIdentity(request());
    expect(identity).toMatch(/^[0-9a-f]{64}$/);
    const reversed = Object.fromEntries(Object.entries(sample('nurse')).reverse());
    const options = {
      paper: 'a4',
      density: 'normal',
      locale: 'en',
      accentColor: '#1F3A5F',
      hiddenSections: [],
    };
    expect(renderIdentity(request({ document: reversed, options }))).toBe(identity);
  });

  it.each([
    ['document', { document: { basics: { name: 'Jo' } } }],
    ['template', { template: 'modern' }],
    ['format', { format: 'html' }],
    ['paper', { options: { paper: 'us-letter' } }],
    ['margins', { options: { margins: '18mm' } }],
    ['dates', { options: { dates: 'year' } }],
    ['accent', { options: { accentColor: '#aa0000' } }],
    ['fonts', { options: { fonts: 'inter' } }],
    ['density', { options: { density: 'airy' } }],
    ['locale', { options: { locale: 'fr' } }],
    ['order', { options: { sectionOrder: ['skills'] } }],
    ['hidden sections', { options: { hiddenSections: ['work'] } }],
    ['QR code', { options: { qrCode: 'https://example.org' } }],
    ['closing', { options: { closing: 'date' } }],
  ])('changes with the %s', (_, changes) => {
    expect(renderIdentity(request(changes))).not.toBe(renderIdentity(request()));
  });

  it('is refused like the render would be', () => {
    expect(() => renderIdentity(request({ options: { nope: 1 } }))).toThrow(RenderError);
  });
});

describe('an option', () => {
  it.each([
    ['us-letter', '[0 0 612 792]'],
    ['a4', '[0 0 595.2756 841.8898]'],
  ] as const)('sets the paper to %s', async (paper, box) => {
    const { bytes } = await renderCv(request({ options: { paper } }));
    expect(Buffer.from(bytes).toString('latin1')).toContain(`/MediaBox ${box}`);
  });

  it.each([
    ['normal', '17mm 21mm'],
    ['narrow', '12.24mm 15.12mm'],
    ['30mm', '24.286mm 30mm'],
    ['8mm', '12mm 8mm'],
  ])('sets the margins to %s', async (margins, expected) => {
    const { bytes } = await renderCv(request({ format: 'html', options: { margins } }));
    expect(new TextDecoder().decode(bytes)).toContain(`margin: ${expected}`);
  });

  it.each([
    ['fira-condensed', 'FiraSansCondensed'],
    ['fira', 'FiraSans'],
    ['garamond', 'EBGaramond'],
    ['condensed-over-serif', 'SourceSerif4'],
  ])('sets the text in %s', async (fonts, family) => {
    const { bytes } = await renderCv(request({ options: { fonts } }));
    const embedded = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]{6}\+(\w+)-Regular/g),
    ];
    expect(embedded.map(([, name]) => name)).toEqual([family]);
  });

  it('has a second colour where the template has one, and the paper of the template', async () => {
    const { bytes } = await renderCv(
      request({ template: 'executive', format: 'html', options: { secondaryColor: '#AA0000' } }),
    );
    expect(new TextDecoder().decode(bytes)).toContain('--secondary: #aa0000');
    const letter = await renderCv(request({ template: 'letter' }));
    expect(Buffer.from(letter.bytes).toString('latin1')).toContain('/MediaBox [0 0 612 792]');
  });

  it('keeps a pale accent readable', async () => {
    const { bytes } = await renderCv(request({ format: 'html', options: { accentColor: '#ffee00' } }));
    const ink = /--accent-ink: (#[0-9a-f]{6})/.exec(new TextDecoder().decode(bytes))?.[1];
    expect(ink).toBeDefined();
    expect(Number.parseInt(ink!.slice(1, 3), 16)).toBeLessThan(0x90);
  });

  it('changes the length of the document by its density', async () => {
    const pages = async (density: string): Promise<number> =>
      (
        await renderCv({
          document: sample('executive'),
          template: 'classic',
          format: 'pdf',
          options: { density } as never,
        })
      ).pages;
    expect(await pages('compact')).toBeLessThan(await pages('airy'));
  });
});

describe('fitting into a number of pages', () => {
  const fitted = (document: Resume, options: Partial<RenderOptions>) =>
    renderCv({ document, template: 'classic', format: 'pdf', options });

  it('sets the document tighter, and says what it did', async () => {
    const asked = await fitted(sample('executive'), {});
    expect(asked.pages).toBeGreaterThan(3);
    expect(asked.fit).toBeUndefined();
    const { pages, fit } = await fitted(sample('executive'), { maxPages: asked.pages - 1, minFontSize: 7 });
    expect(pages).toBe(asked.pages - 1);
    expect(fit).toMatchObject({ pages, askedFontSize: 10 });
    expect(fit!.spacing).toBeLessThan(1);
    expect(fit!.fontSize).toBeGreaterThanOrEqual(7);
  });

  it('changes nothing where it fits anyway', async () => {
    const [plain, { bytes, fit }] = [await fitted(sample('nurse'), {}), await fitted(sample('nurse'), { maxPages: 1 })];
    expect(fit).toMatchObject({ spacing: 1, fontSize: 10 });
    expect(Buffer.from(bytes).equals(Buffer.from(plain.bytes))).toBe(true);
  });

  it('refuses what cannot fit, with how many pages it needs', async () => {
    await expect(fitted(sample('executive'), { maxPages: 1 })).rejects.toMatchObject({
      code: 'cannot_fit',
      problems: [{ pointer: '/maxPages', message: expect.stringMatching(/needs \d/) }],
    });
  });
});
