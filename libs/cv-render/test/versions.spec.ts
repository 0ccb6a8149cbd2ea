import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { renderCv, renderIdentity, templates } from '../src/index.js';
import { TEMPLATES_URL } from '../src/templates.js';
import { pdfText } from './pdf-reading.js';
import { sample } from './samples.js';

const document = sample('engineer');
const by = (template: string, options = {}) => renderCv({ document, template, format: 'pdf', options });
const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b));

describe('versions of a template', () => {
  it('are asked for by number; without one it is the newest', async () => {
    const classic = templates.find(({ id }) => id === 'classic')!;
    expect(classic.versions[0]).toBe(classic.version);
    const newest = await by('classic');
    expect(same(newest.bytes, (await by(`classic@${classic.version}`)).bytes)).toBe(true);
  });

  it.each(templates.flatMap(({ id, versions }) => versions.slice(1).map((version) => `${id}@${version}`)))(
    'that are former are kept: %s',
    async (reference) => {
      const [id] = reference.split('@') as [string];
      // What has changed since may show only where a head holds all that it can.
      const all = { qrCode: 'https://cv.example.org/u/miriam' };
      const [former, again, newest] = [await by(reference, all), await by(reference, all), await by(id, all)];
      expect(same(former.bytes, again.bytes)).toBe(true);
      expect(same(former.bytes, newest.bytes)).toBe(false);
      const text = await pdfText(former.bytes);
      for (const said of ['Miriam Oyelaran-Vogt', 'Helvetic Clearing AG', 'Formal Verification'])
        expect(text).toContain(said);
      const identity = (template: string) => renderIdentity({ document, template, format: 'pdf' });
      expect(identity(reference)).not.toBe(identity(id));
    },
  );

  it.each(templates.flatMap(({ id, versions }) => versions.slice(1).map((version) => [id, version] as const)))(
    'that are former keep their style sheets: %s@%s',
    async (id, version) => {
      const template = `${id}@${version}`;
      const html = Buffer.from((await renderCv({ document, template, format: 'html' })).bytes).toString();
      for (const sheet of ['parts/base.css', `${id}/template.css`])
        expect(html).toContain(readFileSync(new URL(`archive/${template}/${sheet}`, TEMPLATES_URL), 'utf8'));
    },
  );

  it.each(['classic@99', 'classic@0', 'classic@', 'classic@1@2', 'nothing@1', '../parts'])(
    'that there are not are refused: %s',
    async (reference) => {
      await expect(by(reference)).rejects.toMatchObject({ code: 'unknown_template' });
    },
  );
});

describe('the identity of a pinned version', () => {
  const identity = (template: string, options: object = { dates: 'year' }) =>
    renderIdentity({ document: { basics: { name: 'Ada' } }, template, format: 'docx', options });

  it('stays what it was, whatever becomes of fonts, renderer and defaults: renders are kept under it for ever', () => {
    expect(identity('classic@1')).toBe('89c177c93854a6fa4480e53461747caef6ebb17ca9006040438ace41d1edcd49');
  });

  it('is of the version and the options, not that of the version of the day', () => {
    const newest = templates.find(({ id }) => id === 'classic')!.version;
    const others = [
      identity('classic@2'),
      identity('classic@1', {}),
      identity(`classic@${newest}`),
      identity('classic'),
    ];
    expect(new Set([identity('classic@1'), ...others]).size).toBe(5);
  });
});

describe('a comparison of templates', () => {
  const picture = async (template: string, options: object) =>
    Buffer.from((await renderCv({ document, template, format: 'png', options })).bytes);

  it('shows a page by both, and both over each other', async () => {
    const compared = await picture('classic', { compareWith: 'classic@1' });
    expect(compared.readUInt32BE(16)).toBe(2100);
    expect(compared.equals(await picture('classic', { compareWith: 'modern' }))).toBe(false);
    expect(compared.equals(await picture('classic', { compareWith: 'classic@1', page: 2 }))).toBe(false);
  });

  it('has another identity than the picture alone, and with each other template', () => {
    const identity = (options: object) => renderIdentity({ document, template: 'classic', format: 'png', options });
    const identities = [{}, { compareWith: 'modern' }, { compareWith: 'modern@1' }].map(identity);
    expect(new Set(identities).size).toBe(3);
  });

  it('with a template that there is not is refused', async () => {
    await expect(picture('classic', { compareWith: 'none' })).rejects.toMatchObject({ code: 'unknown_template' });
  });

  it('is of options that both have', async () => {
    await expect(
      picture('executive', { compareWith: 'classic', secondaryColor: '#884400', maxPages: 3 }),
    ).resolves.toBeInstanceOf(Buffer);
  });
});
