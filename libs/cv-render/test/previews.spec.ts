import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { renderIdentity, templatePreview, templates } from '../src/index.js';
import { TEMPLATES_URL } from '../src/templates.js';
import { previewRequest } from './samples.js';

const madeOf = JSON.parse(readFileSync(new URL('previews.json', TEMPLATES_URL), 'utf8')) as Record<string, string>;

describe.each(templates.map(({ id }) => id))('the preview of %s', (id) => {
  it('is a PNG of a page, small enough for a gallery of them', () => {
    const png = Buffer.from(templatePreview(id));
    expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const { properties } = templates.find((template) => template.id === id)!.optionsSchema as {
      properties: { paper: { default: string } };
    };
    expect(height / width).toBeCloseTo(properties.paper.default === 'a4' ? Math.SQRT2 : 11 / 8.5, 2);
    expect(png.length).toBeLessThan(80 * 1024);
  });

  it('shows what the template makes today; if not, run scripts/previews.mjs', () => {
    expect(madeOf[id]).toBe(renderIdentity(previewRequest(id)));
  });
});
