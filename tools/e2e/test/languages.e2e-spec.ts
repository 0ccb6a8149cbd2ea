import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type CvAnswer } from '../src/index.js';

const url = process.env.E2E_URL!;

interface Translation {
  language: string;
  texts: Record<string, { text: string; source: string; outdated: boolean; translatedFrom: string }>;
  untranslated: string[];
  lost: { pointer: string }[];
}
interface Problem {
  code: string;
  errors: { pointer: string }[];
}
type Translated = CvAnswer & {
  translation: { language: string; outdated: string[]; untranslated: string[] } | null;
};

const document = {
  basics: { name: 'Ada Imhof', label: 'Engineer', email: 'ada@example.org', summary: 'I build bridges.' },
  work: [
    { name: 'One AG', position: 'Lead', summary: 'Led it.' },
    { name: 'Two AG', position: 'Developer', summary: 'Wrote it.' },
  ],
  'x-discover': { language: 'en' },
};
const values = {
  '/basics/summary': 'Je construis des ponts.',
  '/work/0/position': 'Cheffe d’équipe',
  '/work/0/summary': 'Dirigé.',
  '/work/1/summary': 'Écrit.',
};

describe('a CV in several languages', () => {
  let client: Client;
  let id: string;
  beforeAll(async () => {
    client = await Client.registered(url);
  });

  const prepare = async () => {
    const created = await client.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'languages', document } });
    id = created.body.id;
    const put = await translate('PUT', 'fr', { values });
    expect(put.status).toBe(201);
    return put;
  };
  const translate = <Body = Translation>(
    method: string,
    language: string,
    json: unknown,
    headers: Record<string, string> = {},
  ) => client.call<Body>(`/cvs/${id}/translations/${language}`, { method, json, headers });
  const read = (language: string) => client.call<Translation>(`/cvs/${id}/translations/${language}`);
  const inLanguage = (query: string) => client.call<Translated>(`/cvs/${id}?${query}`);

  it('is read in another language, with the source where nothing is translated', async () => {
    await prepare();
    const { body, headers } = await inLanguage('language=fr');
    expect(body.document).toEqual({
      basics: { ...document.basics, summary: 'Je construis des ponts.' },
      work: [
        { name: 'One AG', position: 'Cheffe d’équipe', summary: 'Dirigé.' },
        { name: 'Two AG', position: 'Developer', summary: 'Écrit.' },
      ],
      'x-discover': { language: 'fr' },
    });
    expect(body.translation).toEqual({
      language: 'fr',
      outdated: [],
      untranslated: ['/basics/label', '/work/1/position'],
    });
    expect(headers.get('content-language')).toBe('fr');
    const seen = { 'if-none-match': headers.get('etag')! };
    expect((await client.call(`/cvs/${id}?language=fr`, { headers: seen })).status).toBe(304);
    expect((await client.call<CvAnswer>(`/cvs/${id}`)).body.document).toEqual(document);

    expect((await inLanguage('language=fr-CH')).body.translation?.language).toBe('fr');
    const source = await inLanguage('language=en');
    expect([source.body.translation, source.body.document]).toEqual([null, document]);
    expect((await inLanguage('language=it')).body.document).toEqual(document);
    const part = await inLanguage('language=fr&fields=title,document.basics.summary');
    expect(part.body).toMatchObject({
      title: 'languages',
      document: { basics: { summary: values['/basics/summary'] } },
    });
  });

  it('is rendered in another language, headings and all', async () => {
    await prepare();
    const html = async (query: string) => (await client.call(`/cvs/${id}/render.html?${query}`)).bytes.toString();
    const french = await html('language=fr');
    expect(french).toContain('Je construis des ponts.');
    expect(french).toContain('Expérience professionnelle');
    expect(french).toContain('Developer');
    expect(await html('template=classic')).toContain('I build bridges.');
    expect(await html('language=fr&locale=de')).toContain('Berufserfahrung');
  });

  it('flags what is older than its source, until it is translated again', async () => {
    await prepare();
    await client.call(`/cvs/${id}`, {
      method: 'PATCH',
      json: { document: { basics: { summary: 'I mend bridges.' } } },
    });
    expect((await read('fr')).body.texts['/basics/summary']).toEqual({
      text: 'Je construis des ponts.',
      source: 'I mend bridges.',
      outdated: true,
      translatedFrom: 'I build bridges.',
    });
    expect((await inLanguage('language=fr')).body).toMatchObject({
      document: { basics: { summary: 'Je construis des ponts.' } },
      translation: { outdated: ['/basics/summary'] },
    });
    const listed = await client.call(`/cvs/${id}/translations`);
    expect(listed.body).toMatchObject({
      source: 'en',
      items: [{ language: 'fr', texts: 4, outdated: 1, untranslated: 2 }],
    });

    // Another text leaves the flag; this one takes it away.
    await translate('PATCH', 'fr', { values: { '/basics/label': 'Ingénieure' } });
    expect((await read('fr')).body.texts['/basics/summary']?.outdated).toBe(true);
    await translate('PATCH', 'fr', { values: { '/basics/summary': 'Je répare des ponts.', '/basics/label': null } });
    const { texts, untranslated } = (await read('fr')).body;
    expect(texts['/basics/summary']).toMatchObject({ text: 'Je répare des ponts.', outdated: false });
    expect(untranslated).toContain('/basics/label');
  });

  it('knows which version was translated', async () => {
    await prepare();
    await client.call(`/cvs/${id}`, {
      method: 'PATCH',
      json: { document: { basics: { summary: 'I mend bridges.' } } },
    });
    const put = await translate('PUT', 'fr', { values, sourceVersion: 1 });
    expect([put.status, put.body.texts['/basics/summary']?.outdated]).toEqual([200, true]);
    expect((await translate('PUT', 'fr', { values, sourceVersion: 9 })).status).toBe(422);
  });

  it('lets texts follow their entries when these move or go', async () => {
    await prepare();
    const [one, two] = document.work;
    const put = (work: unknown[]) =>
      client.call(`/cvs/${id}`, { method: 'PUT', json: { document: { ...document, work } } });
    await put([{ name: 'New AG', summary: 'Fresh.' }, two, one]);
    const work = async () => ((await inLanguage('language=fr')).body.document as unknown as typeof document).work;
    expect((await work()).map(({ summary }) => summary)).toEqual(['Fresh.', 'Écrit.', 'Dirigé.']);
    await put([two]);
    expect((await work()).map(({ summary }) => summary)).toEqual(['Écrit.']);
    expect((await read('fr')).body.lost.map(({ pointer }) => pointer)).toEqual(['/work/0/position', '/work/0/summary']);
    await put([one, two]);
    expect((await work()).map(({ summary }) => summary)).toEqual(['Dirigé.', 'Écrit.']);
  });

  it.each([
    ['a pointer to nothing', { '/basics/nothing': 'x' }, '/values/~1basics~1nothing'],
    ['a pointer to what is no text', { '/work/0': 'x' }, '/values/~1work~10'],
    ['the name of the language itself', { '/x-discover/language': 'x' }, '/values/~1x-discover~1language'],
    ['what makes the document invalid', { '/basics/email': 'x' }, '/values/~1basics~1email'],
    ['a text with no character', { '/basics/label': 'a\0' }, '/values/~1basics~1label'],
  ])('refuses %s', async (_, bad, pointer) => {
    await prepare();
    const answer = await translate<Problem>('PUT', 'fr', { values: { ...values, ...bad } });
    expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
    expect(answer.body.errors.map((problem) => problem.pointer)).toEqual([pointer]);
    expect(Object.keys((await read('fr')).body.texts)).toHaveLength(4);
  });

  it('refuses languages that are none, and the one that the document is in', async () => {
    await prepare();
    for (const language of ['x', 'french', 'en', 'fr_CH'])
      expect((await translate('PUT', language, { values: {} })).status).toBe(422);
    // A proxy in front may refuse to read it at all.
    expect([400, 422]).toContain((await translate('PUT', '%00', { values: {} })).status);
    expect((await inLanguage('language=-')).status).toBe(422);
    expect((await translate('PUT', 'DE-ch', { values: {} })).body.language).toBe('de-CH');
  });

  it('is changed by one at a time, and deleted', async () => {
    const created = await prepare();
    const etag = created.headers.get('etag')!;
    const put = () => translate('PUT', 'fr', { values: {} }, { 'if-match': etag });
    const answers = await Promise.all([put(), put()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const remove = () => client.call(`/cvs/${id}/translations/fr`, { method: 'DELETE' });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    expect((await inLanguage('language=fr')).body.document).toEqual(document);
    expect((await read('fr')).status).toBe(404);
  });

  it('is nobody else’s', async () => {
    await prepare();
    const other = await Client.registered(url);
    const call = (method: string, path: string, json?: unknown) =>
      other.call(`/cvs/${id}${path}`, { method, ...(json !== undefined && { json }) });
    expect((await call('GET', '/translations')).status).toBe(404);
    expect((await call('GET', '/translations/fr')).status).toBe(404);
    expect((await call('PUT', '/translations/fr', { values: {} })).status).toBe(404);
    expect((await call('PATCH', '/translations/fr', { values: {} })).status).toBe(404);
    expect((await call('DELETE', '/translations/fr')).status).toBe(404);
  });
});
