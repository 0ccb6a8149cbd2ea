import { deflateSync, crc32 } from 'node:zlib';

import type { Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { renderCv, renderIdentity, templates, type RenderOptions } from '../src/index.js';
import { portrait, sample } from './samples.js';

const photo = portrait();
const uri = (bytes: Uint8Array, type = 'image/png'): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
const withImage = (image: string): Resume => ({
  ...sample('merchant'),
  basics: { ...sample('merchant').basics, image },
});

interface Shown {
  images: number;
  pdf: string;
  html: string;
}

async function shown(request: {
  document?: Resume;
  photo?: Uint8Array;
  template?: string;
  options?: Partial<RenderOptions>;
}): Promise<Shown> {
  const complete = { document: sample('merchant'), template: 'lebenslauf', ...request };
  const pdf = Buffer.from((await renderCv({ ...complete, format: 'pdf' })).bytes).toString('latin1');
  const html = new TextDecoder().decode((await renderCv({ ...complete, format: 'html' })).bytes);
  return { images: pdf.match(/\/Subtype \/Image/g)?.length ?? 0, pdf, html };
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG that claims a size and holds these unpacked rows. */
function png(width: number, height: number, rows: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([photo.subarray(0, 8), ...parts]);
}

/** The head of a JPEG of 40 × 50 with this many colours, and nothing of its pixels. */
const jpeg = (components: number, ...end: number[]): Buffer =>
  Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 50, 0, 40, components, ...Array<number>(9).fill(1), ...end]);

describe('a photo', () => {
  it('given beside the document is shown with a text in its place, in PDF and HTML', async () => {
    const { images, pdf, html } = await shown({ photo, options: { locale: 'en' } });
    expect(images).toBeGreaterThan(0);
    expect(pdf).toContain('<pdfaid:part>3');
    expect(pdf).toMatch(/\/Alt/);
    expect(html).toContain(`<img class="photo square" alt="Photo of Leonie Brüggemann-Caduff" src="${uri(photo)}">`);
    expect(html).toContain('img-src data:');
  });

  it('of the document is shown if it is a data URI, whatever kind that claims', async () => {
    const { images, html } = await shown({ document: withImage(uri(photo, 'image/jpeg')) });
    expect(images).toBeGreaterThan(0);
    expect(html).toContain('src="data:image/png;base64,');
  });

  it.each(['https://example.org/me.png', 'file:///etc/passwd', 'data:image/svg+xml;base64,PHN2Zy8+', '', 'x'])(
    'is not fetched from %j',
    async (image) => {
      const { images, html } = await shown({ document: withImage(image) });
      expect(images).toBe(0);
      expect(html).not.toContain('<img');
    },
  );

  it.each([
    ['is cut off', photo.subarray(0, 4000)],
    ['has wrong checksums', Buffer.concat([photo.subarray(0, 60), Buffer.alloc(10), photo.subarray(70)])],
    ['claims more pixels than may be decoded', png(5000, 5000, deflateSync(Buffer.alloc(10)))],
    ['has no pixels', png(0, 5, deflateSync(Buffer.alloc(0)))],
    ['is in inks for printers', jpeg(4, 0xff, 0xd9)],
    ['has no end', jpeg(3)],
    ['is too large', Buffer.concat([photo, Buffer.alloc(5 * 2 ** 20)])],
    ['is no picture', Buffer.from('<svg onload="alert(1)"/>')],
    ['is empty', Buffer.alloc(0)],
    ['is a WebP without content', Buffer.from('RIFF\u0004\0\0\0WEBPVP8 ', 'latin1')],
  ])('that %s is left out', async (_, bytes) => {
    const { images, html } = await shown({ photo: bytes });
    expect(images).toBe(0);
    expect(html).not.toContain('<img');
  });

  it.each([
    ['PNG', png(40, 50, deflateSync(Buffer.alloc(3)))],
    ['JPEG', jpeg(3, 0xff, 0xd9)],
  ])('in a sound frame (%s) around broken pixels is left out of the PDF', async (_, bytes) => {
    expect((await shown({ photo: bytes })).images).toBe(0);
  });

  it('is shown by those templates that say so, in the shape asked for', async () => {
    for (const template of templates) {
      const { images, html } = await shown({ template: template.id, photo, options: { photoShape: 'circle' } });
      expect([template.id, images > 0]).toEqual([template.id, template.photo]);
      expect(html.includes('<img class="photo circle"')).toBe(template.photo);
    }
    expect((await shown({ photo, options: { photoShape: 'none' } })).images).toBe(0);
  });

  it('stands in Europass XML, by any template, unless it is masked', async () => {
    const xml = async (request: object) =>
      new TextDecoder().decode(
        (await renderCv({ document: sample('merchant'), template: 'classic', format: 'xml', ...request })).bytes,
      );
    const element = `<Photo><MimeType>image/png</MimeType><Data>${photo.toString('base64')}</Data></Photo>`;
    expect(await xml({ photo })).toContain(element);
    expect(await xml({ document: withImage(uri(photo)) })).toContain(element);
    for (const options of [{ profile: 'us' }, { photoShape: 'none' }])
      expect(await xml({ photo, document: withImage(uri(photo)), options })).not.toContain('<Photo>');
  });

  it('is a part of the identity where it is shown', () => {
    const identity = (template: string, changes: object): string =>
      renderIdentity({ document: sample('merchant'), template, format: 'pdf', ...changes });
    expect(identity('lebenslauf', { photo })).not.toBe(identity('lebenslauf', {}));
    expect(identity('classic', { photo })).toBe(identity('classic', {}));
  });
});

describe('a QR code', () => {
  it.each(templates.map(({ id }) => id))('is drawn and linked by «%s»', async (template) => {
    const url = 'https://cv.example.org/u/leonie';
    const { pdf, html, images } = await shown({ template, options: { qrCode: url, locale: 'en' } });
    expect(pdf).toContain(`(${url})`);
    expect(pdf).toContain('<pdfaid:part>3');
    expect(images).toBe(0);
    expect(html).toContain(`<a class="qr" href="${url}"`);
    expect(html).toContain(`aria-label="QR code with the address ${url}"`);
    expect((await shown({ template })).html).not.toContain('class="qr"');
  });
});

describe('personal data', () => {
  it('are shown unless a template of a country that does without is chosen, and there if asked for', async () => {
    for (const { id } of templates) {
      const expected = id !== 'letter';
      expect((await shown({ template: id })).html.includes('Ilanz')).toBe(expected);
      expect((await shown({ template: id, options: { hiddenSections: [] } })).html).toContain('Ilanz');
    }
  });

  it('name countries in the language of the headings', async () => {
    expect((await shown({ options: { locale: 'fr' } })).html).toContain('Suisse, Allemagne');
  });
});

describe('the end of a document', () => {
  it('says place and date, and has a line to sign on', async () => {
    const { html } = await shown({ options: { closing: 'signature' } });
    expect(html).toContain('Chur, 20. Apr. 2026');
    expect(html).toContain('Unterschrift');
    const dated = (await shown({ options: { closing: 'date' } })).html;
    expect(dated).toContain('Ort, Datum');
    expect(dated).not.toContain('Unterschrift');
  });
});
