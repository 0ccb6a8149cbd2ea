import { describe, expect, it, jest } from '@jest/globals';

import { renderCv, templates } from '../src/index.js';
import { pageTexts } from './pdf-reading.js';
import { sample } from './samples.js';

jest.setTimeout(60_000);

type Name = Parameters<typeof sample>[0];

const render = (template: string, name: Name, options = {}) =>
  renderCv({ document: sample(name), template, format: 'pdf', options });

describe.each(['creative', 'modern'])('the narrow column of «%s»', (template) => {
  it('takes no room from the pages after the first', async () => {
    const document = sample('engineer');
    document.work = Array.from({ length: 16 }, () => document.work ?? []).flat();
    const pages = async (reference: string) => (await renderCv({ document, template: reference, format: 'pdf' })).pages;
    expect(await pages(template)).toBeLessThan(await pages(template === 'modern' ? 'modern@2' : 'creative@1'));
  });

  it('hands on what it has no room for, and nothing is lost or said twice', async () => {
    const document = sample('engineer');
    document.skills = Array.from({ length: 160 }, (_, number) => ({
      name: `Trade ${number}`,
      keywords: [`Tool ${number}`],
    }));
    const { bytes } = await renderCv({ document, template, format: 'pdf' });
    const words = (await pageTexts(bytes)).join(' ').split(/[^\w]+/);
    const numbers = words.filter((_, index) => words[index - 1] === 'Trade').map(Number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 160 }, (_, number) => number));
  });
});

describe.each(templates.map(({ id }) => id))('a QR code in «%s»', (template) => {
  it.each(['nurse', 'american', 'executive'] as const)('makes no page of its own (%s)', async (name) => {
    const qrCode = 'https://cv.example.org/u/somebody';
    const [without, withCode] = [await render(template, name), await render(template, name, { qrCode })];
    expect(withCode.pages).toBe(without.pages);
  });
});
