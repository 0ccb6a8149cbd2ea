import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type CvAnswer } from '../src/index.js';
import { pdfText } from './pdf.js';

const source = (words: string) => `#import "/parts/document.typ": *
#import "/parts/section.typ": *
#let template(cv, style) = {
  show: cv-document.with(cv, style)
  set page(paper: style.paper)
  heading(level: 1, [${words} #cv.name])
  draw-sections(cv, "main", wide-look(style))
}`;

interface Template {
  id: string;
  name: string;
  base: string;
  revision: number;
  source?: string;
}
interface Problem {
  code: string;
  detail: string;
  errors: { pointer: string; line?: number; column?: number; message: string }[];
}

describe('templates of one’s own', () => {
  let client: Client;
  let cvId: string;
  beforeAll(async () => {
    client = await Client.registered(process.env.E2E_URL!);
    const document = { basics: { name: 'Tomasz Zieliński' }, work: [{ name: 'Huta', position: 'Welder' }] };
    cvId = (await client.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'Welder', document } })).body.id;
  });
  const upload = (words: string) =>
    client.call<Template>('/custom-templates', { method: 'POST', json: { name: words, source: source(words) } });

  it('are uploaded, used for renders, changed and deleted', async () => {
    const made = await upload('All about');
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ name: 'All about', base: 'classic', revision: 1, source: source('All about') }),
    ]);
    const { id } = made.body;
    const pdf = () => client.call(`/cvs/${cvId}/render.pdf?template=${id}&paper=us-letter`);
    const first = await pdf();
    expect([first.status, await pdfText(first.bytes)]).toEqual([200, expect.stringContaining('All about Tomasz')]);

    const changed = await client.call<Template>(`/custom-templates/${id}`, {
      method: 'PUT',
      json: { name: 'Shorter', source: source('On') },
    });
    expect([changed.status, changed.body.revision]).toEqual([200, 2]);
    expect(await pdfText((await pdf()).bytes)).toContain('On Tomasz');
    expect((await client.call<{ items: Template[] }>('/custom-templates')).body.items).toEqual([
      expect.objectContaining({ id, name: 'Shorter', revision: 2 }),
    ]);

    const text = await client.call(`/cvs/${cvId}/render.txt?template=${id}`);
    expect([text.status, text.bytes.toString()]).toEqual([200, expect.stringContaining('Welder | Huta')]);

    expect((await client.call(`/custom-templates/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await pdf()).body.code).toBe('unknown_template');
    expect((await client.call(`/custom-templates/${id}`)).status).toBe(404);
  });

  it('are refused by line where they do not compile, and a change that does not leaves the old one', async () => {
    const { body } = await upload('Good');
    const broken = { name: 'Broken', source: '#let template(cv, style) = {\n  oh(no)\n}' };
    for (const [path, method] of [
      ['/custom-templates', 'POST'],
      [`/custom-templates/${body.id}`, 'PUT'],
    ] as const) {
      const answer = await client.call<Problem>(path, { method, json: broken });
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid_template']);
      expect(answer.body.errors).toEqual([
        {
          pointer: '/source',
          code: 'invalid_value',
          line: 2,
          column: 3,
          message: 'Line 2, column 3: unknown variable: oh',
        },
      ]);
    }
    expect((await client.call<Template>(`/custom-templates/${body.id}`)).body).toMatchObject({
      name: 'Good',
      revision: 1,
    });
  });

  it('end after their time without harm to anybody else', async () => {
    const endless = `#let template(cv, style) = { let n = 0
      for a in range(60000) { for b in range(60000) { n += 1 } } }`;
    const [slow, beside] = await Promise.all([
      client.call<Problem>('/custom-templates', { method: 'POST', json: { name: 'Slow', source: endless } }),
      client.call(`/cvs/${cvId}/render.pdf?template=modern`),
    ]);
    expect([slow.status, slow.body.code, beside.status]).toEqual([422, 'timeout', 200]);
    expect((await upload('After')).status).toBe(201);
  }, 20_000);

  it('are nobody else’s', async () => {
    const { body } = await upload('Mine');
    const other = await Client.registered(process.env.E2E_URL!);
    expect((await other.call(`/custom-templates/${body.id}`)).status).toBe(404);
    const render = await other.call('/render', { method: 'POST', json: { document: {}, template: body.id } });
    expect([render.status, render.body.code]).toEqual([422, 'unknown_template']);
  });
});
