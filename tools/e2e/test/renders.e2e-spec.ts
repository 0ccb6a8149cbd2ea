import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type CvAnswer } from '../src/index.js';

const BULLETS = [
  'Rebuilt the rota so that nobody works three weekends in a row, and kept it so for four years.',
  'Trained eleven apprentices, of whom nine passed with distinction and seven stayed with the house.',
  'Cut the waste of the cold kitchen by a third by weighing it every evening and saying so every morning.',
];

/** A career that takes some pages. */
const RESUME = {
  basics: { name: 'Ottilie Brandsma', label: 'Head chef', email: 'ottilie@example.org' },
  work: Array.from({ length: 14 }, (_, index) => ({
    name: `Gasthaus Nummer ${index + 1}`,
    position: 'Chef de partie',
    startDate: `${2024 - index}-02`,
    endDate: `${2024 - index}-11`,
    highlights: BULLETS,
  })),
};

describe('renders', () => {
  let client: Client;
  let id: string;
  beforeAll(async () => {
    client = await Client.registered(process.env.E2E_URL!);
    const { body } = await client.call<CvAnswer>('/cvs', {
      method: 'POST',
      json: { title: 'Kitchen', document: RESUME },
    });
    id = body.id;
  });

  it.each([
    ['pdf', 'application/pdf', /^%PDF-1\.7/],
    ['html', 'text/html; charset=utf-8', /<h1>Ottilie Brandsma<\/h1>/],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      /^PK.{28}\[Content_Types\]\.xml/s,
    ],
    ['txt', 'text/plain; charset=utf-8', /^Ottilie Brandsma\nHead chef\n/],
    ['md', 'text/markdown; charset=utf-8', /^# Ottilie Brandsma\n/],
    ['json', 'application/json; charset=utf-8', /"name": "Ottilie Brandsma"/],
    ['xml', 'application/xml; charset=utf-8', /<FirstName>Ottilie<\/FirstName><Surname>Brandsma</],
    ['svg', 'image/svg+xml', /^<svg viewBox="0 0 /],
    ['png', 'image/png', /^.PNG/],
  ])('come as %s', async (format, mediaType, content) => {
    const { status, headers, bytes } = await client.call(`/cvs/${id}/render.${format}`);
    expect([status, headers.get('content-type')]).toEqual([200, mediaType]);
    expect(bytes.toString('latin1')).toMatch(content);
  });

  it('come page by page as pictures, and say which pages there are not', async () => {
    const page = (number: number) => client.call(`/cvs/${id}/render.svg?page=${number}`);
    const [first, second] = [await page(1), await page(2)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.bytes.equals(second.bytes)).toBe(false);
    const none = await page(50);
    expect([none.status, none.body.code, none.body.detail]).toEqual([
      422,
      'invalid_options',
      expect.stringMatching(/has \d pages/),
    ]);
  });

  it('fit into the pages asked for, and say how, also when they were made before', async () => {
    const made = await client.call(`/cvs/${id}/render.pdf?maxPages=2`);
    expect([made.status, made.headers.get('x-cache-status')]).toEqual([200, 'miss']);
    expect(made.headers.get('render-fit')).toMatch(/^pages=2, font-size=[\d.]+, asked-font-size=10, spacing=0\.\d+$/);
    const again = await client.call(`/cvs/${id}/render.pdf?maxPages=2`);
    expect(again.headers.get('x-cache-status')).toBe('hit');
    expect(again.headers.get('render-fit')).toBe(made.headers.get('render-fit'));
    const asked = await client.call<{ render: { fit: { pages: number } } }>(`/cvs/${id}/renders`, {
      method: 'POST',
      json: { options: { maxPages: 2 } },
    });
    expect(asked.body.render.fit).toMatchObject({ pages: 2, askedFontSize: 10 });
    const stateless = await client.call('/render', {
      method: 'POST',
      json: { document: RESUME, options: { maxPages: 2 } },
    });
    expect(stateless.headers.get('render-fit')).toBe(made.headers.get('render-fit'));
  });

  it('are read back without loss, by what they carry', async () => {
    for (const format of ['pdf', 'docx', 'json']) {
      const { bytes } = await client.call(`/cvs/${id}/render.${format}?template=executive`);
      const { status, body } = await client.import(bytes, `cv.${format}`);
      expect([format, status, body.cv.document]).toEqual([format, 201, RESUME]);
    }
  });

  it('are by former versions of a template where these are named, and show what has changed', async () => {
    const { body } = await client.call<{ versions: number[] }>('/templates/classic');
    expect(body.versions).toEqual([3, 2, 1]);
    const by = async (query: string) => (await client.call(`/cvs/${id}/render.pdf?${query}`)).bytes;
    const [newest, third, first] = [
      await by('template=classic'),
      await by('template=classic@3'),
      await by('template=classic@1'),
    ];
    expect([newest.equals(third), newest.equals(first)]).toEqual([true, false]);
    const compared = await client.call(`/cvs/${id}/render.png?template=classic&compareWith=classic@1&page=2`);
    expect([compared.status, compared.headers.get('content-type')]).toEqual([200, 'image/png']);
    const none = await client.call(`/cvs/${id}/render.pdf?template=classic@7`);
    expect([none.status, none.body.code]).toEqual([422, 'unknown_template']);
  });

  it('keep back what a profile keeps back', async () => {
    const { bytes } = await client.call(`/cvs/${id}/render.txt?profile=blind`);
    expect(bytes.toString()).not.toMatch(/Ottilie|Brandsma|ottilie@/);
    expect(bytes.toString()).toContain('Gasthaus Nummer 1');
  });

  it('are refused where they cannot fit, with how much it takes', async () => {
    const { status, body } = await client.call(`/cvs/${id}/render.pdf?maxPages=1&minFontSize=11`);
    expect([status, body.code, body.detail]).toEqual([422, 'cannot_fit', expect.stringMatching(/takes \d pages even/)]);
  });

  it.each([
    ['page=0', '/page'],
    ['page=two', '/page'],
    ['maxPages=1.5', '/maxPages'],
    ['minFontSize=3', '/minFontSize'],
  ])('refuse %s', async (query, pointer) => {
    const { status, body } = await client.call<{ code: string; errors: { pointer: string }[] }>(
      `/cvs/${id}/render.pdf?${query}`,
    );
    expect([status, body.code]).toEqual([422, 'invalid_options']);
    expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
  });
});
