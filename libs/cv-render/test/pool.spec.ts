import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RENDER_FORMATS, renderCv, RenderError, RenderPool, templates } from '../src/index.js';
import { sample } from './samples.js';

/** Some seconds of work: a CV of a thousand posts. */
const endless = {
  basics: { name: 'Endless' },
  work: Array.from({ length: 5000 }, (_, index) => ({
    name: `Post ${index}`,
    highlights: ['One thing', 'and another'],
  })),
};

const nurse = (name: string) => ({
  document: { ...sample('nurse'), basics: { name } },
  template: 'classic',
  format: 'pdf' as const,
});

describe('a pool of rendering threads', () => {
  let pool: RenderPool;
  beforeAll(async () => {
    pool = new RenderPool({ threads: 2, timeoutMs: 30_000, memoryMb: 256 });
    await pool.warm();
  }, 30_000);
  afterAll(() => pool.close());

  it.each(templates.map(({ id }) => id))(
    'gives the same bytes for the same inputs in every thread («%s»)',
    async (template) => {
      for (const format of ['pdf', 'html'] as const) {
        const request = { document: sample('engineer'), template, format };
        const here = await renderCv(request);
        const there = await Promise.all(Array.from({ length: 6 }, () => pool.render(request)));
        for (const rendered of there) {
          expect(rendered.mediaType).toBe(here.mediaType);
          expect(rendered.pages).toBe(here.pages);
          expect(Buffer.compare(rendered.bytes, here.bytes)).toBe(0);
        }
      }
    },
  );

  it.each(RENDER_FORMATS)('hands over %s whole, whatever memory its bytes lie in', async (format) => {
    const request = { document: sample('engineer'), template: 'classic', format };
    const [there, here] = [await pool.render(request), await renderCv(request)];
    expect(Buffer.compare(there.bytes, here.bytes)).toBe(0);
  });

  it('tells refusals with their code and problems', async () => {
    const refused = pool.render({ ...nurse('A'), options: { paper: 'a5' } as never });
    await expect(refused).rejects.toMatchObject({ code: 'invalid_options', problems: [{ pointer: '/paper' }] });
  });

  it('drops a cancelled render with the reason of its signal', async () => {
    const reason = new Error('nobody waits');
    await expect(pool.render(nurse('A'), AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const waiting = Array.from({ length: 8 }, (_, index) => pool.render(nurse(`B${index}`), controller.signal));
    const others = pool.render(nurse('C'));
    controller.abort(reason);
    for (const outcome of await Promise.allSettled(waiting))
      expect(outcome).toMatchObject({ status: 'rejected', reason });
    expect((await others).pages).toBe(1);
    expect(pool.stats).toMatchObject({ threads: 2, running: 0, waiting: 0, timedOut: 0, failed: 0 });
  });
});

describe('a render that takes too long', () => {
  it('ends alone: the others, before and after, are done', async () => {
    const pool = new RenderPool({ threads: 2, timeoutMs: 2_000, memoryMb: 256 });
    await pool.warm();
    const slow = pool.render({ document: endless, template: 'classic', format: 'pdf' });
    const others = Array.from({ length: 6 }, (_, index) => pool.render(nurse(`N${index}`)));
    const error: unknown = await slow.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RenderError);
    expect(error).toMatchObject({ code: 'timeout' });
    for (const rendered of await Promise.all(others)) expect(rendered.pages).toBe(1);
    expect((await pool.render(nurse('After'))).pages).toBe(1);
    expect(pool.stats).toMatchObject({ completed: 7, timedOut: 1, failed: 0, running: 0, waiting: 0 });
    await pool.close();
  }, 60_000);
});
