import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type CvAnswer } from '../src/index.js';
import { document, samplePdf, truthOf } from './documents.js';

describe('a CV goes in, a beautiful PDF comes out', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(process.env.E2E_URL!);
  });

  it.each([
    'en-one-column.pdf',
    'fr-left-dates.pdf',
    'de-sidebar.pdf',
    'es-styles.docx',
    'it-table.docx',
    'de-plain.txt',
  ])('upload → parse → correct → render → download: %s', async (name) => {
    const truth = await truthOf(name);
    const imported = await client.import(await document(name), name);
    expect(imported.status).toBe(201);
    const { cv, job } = imported.body;
    expect(job).toMatchObject({ state: 'succeeded', result: { cvId: cv.id } });
    expect(imported.headers.get('location')).toBe(`/api/v1/cvs/${cv.id}`);
    expect(imported.headers.get('preference-applied')).toBe('wait=20');
    expect(cv.document.basics).toMatchObject({ name: truth.basics.name, email: truth.basics.email });

    const reading = await client.call<{
      coverage: number;
      confidence: Record<string, number>;
      provenance: Record<string, unknown[]>;
    }>(`/cvs/${cv.id}/reading`);
    expect(reading.body.coverage).toBeGreaterThan(0.9);
    expect(reading.body.confidence['/basics/name']).toBeGreaterThan(0.5);
    expect(reading.body.provenance['/basics/name']).not.toHaveLength(0);

    const corrected = await client.call<CvAnswer>(`/cvs/${cv.id}`, {
      method: 'PATCH',
      json: { document: { basics: { summary: 'Corrected by hand, with an “accent”: Zürich.' } } },
      headers: { 'if-match': imported.headers.get('etag')! },
    });
    expect(corrected.status).toBe(200);
    expect(corrected.body.version).toBe(2);

    for (const template of ['classic', 'modern']) {
      const pdf = await client.call(`/cvs/${cv.id}/render.pdf?template=${template}`);
      expect(pdf.status).toBe(200);
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');

      // The PDF carries the document itself: reading it back loses nothing.
      const back = await client.call<{ document: unknown; format: string }>('/parse', {
        method: 'POST',
        file: { bytes: pdf.bytes, name: 'cv.pdf' },
      });
      expect(back.status).toBe(200);
      expect(back.body.document).toEqual(corrected.body.document);
    }

    const html = await client.call(`/cvs/${cv.id}/render.html?template=modern`);
    expect(html.bytes.toString()).toContain('Corrected by hand, with an “accent”: Zürich.');
  });

  it('answers the same bytes for the same document, from what was made before', async () => {
    const { body } = await client.import(await samplePdf(), 'cv.pdf');
    const path = `/cvs/${body.cv.id}/render.pdf?template=modern&paper=us-letter`;
    const first = await client.call(path);
    const second = await client.call(path);
    expect([first.headers.get('x-cache-status'), second.headers.get('x-cache-status')]).toEqual(['miss', 'hit']);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    const third = await client.call(path, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([third.status, third.bytes.length]).toEqual([304, 0]);
  });

  it('answers 202 with a job to those who do not wait, and tells how it goes as events', async () => {
    const accepted = await client.import(await samplePdf(), 'cv.pdf', 0);
    expect(accepted.status).toBe(202);
    const location = accepted.headers.get('location')!;
    expect(location).toBe(`/api/v1/jobs/${accepted.body.job.id}`);
    const events = await client.fetch(`${location.replace('/api/v1', '')}/events`);
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    const states = [...(await events.text()).matchAll(/^data: (.*)$/gm)].map(
      ([, data]) => (JSON.parse(data!) as { state: string }).state,
    );
    expect(states.at(-1)).toBe('succeeded');
  });

  it('renders as a job on request, and at once when it was made before', async () => {
    const { body } = await client.import(await samplePdf(), 'cv.pdf');
    const ask = () =>
      client.call<{ job?: { id: string }; render?: { href: string } }>(`/cvs/${body.cv.id}/renders`, {
        method: 'POST',
        json: { template: 'classic', format: 'pdf' },
      });
    const first = await ask();
    expect(first.status).toBe(202);
    await (await client.fetch(`/jobs/${first.body.job!.id}/events`)).text();
    const job = await client.call<{ state: string; result: { href: string } }>(`/jobs/${first.body.job!.id}`);
    expect(job.body.state).toBe('succeeded');
    const again = await ask();
    expect(again.status).toBe(200);
    expect(again.body.render!.href).toBe(job.body.result.href);
    const pdf = await client.call(again.body.render!.href.replace('/api/v1', ''));
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps one person’s things from another', async () => {
    const other = await Client.registered(process.env.E2E_URL!);
    const { body } = await client.import(await samplePdf(), 'cv.pdf');
    const render = await client.call(`/cvs/${body.cv.id}/render.pdf`);
    const name = render.headers.get('etag')!.replaceAll('"', '');
    const paths = [
      `/cvs/${body.cv.id}`,
      `/cvs/${body.cv.id}/reading`,
      `/cvs/${body.cv.id}/render.pdf`,
      `/jobs/${body.job.id}`,
      `/jobs/render-${name}`,
      `/renders/${name}.pdf`,
    ];
    const answers = await Promise.all(paths.map((path) => other.call(path)));
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual(paths.map(() => [404, 'not_found']));
    const write = await other.call(`/cvs/${body.cv.id}`, { method: 'PATCH', json: { title: 'mine now' } });
    expect(write.status).toBe(404);
    expect((await other.call(`/admin/queues/parse/dead-letters`)).body.code).toBe('forbidden');
  });
});
