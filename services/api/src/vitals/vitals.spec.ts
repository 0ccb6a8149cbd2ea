import { Readable } from 'node:stream';

import { rateVital, WEB_VITAL_NAMES, WEB_VITALS } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';

import { readBeacon } from './beacon.js';
import { Pages } from './pages.js';
import { isVital } from './vitals.dto.js';

describe('pages', () => {
  const pages = new Pages(['/', '/u/:slug', '/performance', '/cvs/:id/edit', '/a.b']);
  it.each([
    ['/', '/'],
    ['/u/ada-lovelace', '/u/:slug'],
    ['/u/ada-lovelace/?from=mail#top', '/u/:slug'],
    ['/u/:slug', '/u/:slug'],
    ['/cvs/0198/edit', '/cvs/:id/edit'],
    ['/cvs/0198', 'other'],
    ['/u/a/b', 'other'],
    ['/aXb', 'other'],
    ['https://elsewhere.example/', 'other'],
    ['', 'other'],
  ])('%s is %s', (path, pattern) => {
    expect(pages.patternOf(path)).toBe(pattern);
  });
});

describe('ratings', () => {
  it.each(WEB_VITAL_NAMES)('%s by the public thresholds, both ends being the better one', (name) => {
    const { good, poor } = WEB_VITALS[name];
    const step = good / 1_000;
    expect([good, good + step, poor, poor + step].map((value) => rateVital(name, value))).toEqual([
      'good',
      'needs_improvement',
      'needs_improvement',
      'poor',
    ]);
  });

  it.each([
    ['LCP', 2_000, true],
    ['CLS', 0, true],
    ['LCP', -1, false],
    ['LCP', 700_000, false],
    ['CLS', 101, false],
    ['FID', 5, false],
    ['toString', 5, false],
  ])('%s of %d: measurement? %s', (name, value, expected) => {
    expect(isVital({ name, value })).toBe(expected);
  });
});

describe('a beacon', () => {
  const read = (body: unknown) => readBeacon({ body } as FastifyRequest);
  const sound = { page: '/', device: 'mobile', connection: '4g', values: [{ name: 'LCP', value: 1 }] };

  it('is JSON, whether it says so or not', async () => {
    expect(await read(sound)).toEqual(sound);
    expect(await read(Readable.from([Buffer.from(JSON.stringify(sound))]))).toEqual(sound);
  });

  it('of a device or connection that we do not know is taken without', async () => {
    expect(await read({ ...sound, device: 'fridge', connection: '6g' })).toMatchObject({
      device: 'unknown',
      connection: 'unknown',
    });
  });

  it.each([
    ['validation_failed', { ...sound, values: Array.from({ length: 51 }, () => sound.values[0]) }],
    ['validation_failed', { ...sound, values: [] }],
    ['validation_failed', { ...sound, values: [{ name: 'LCP', value: '1' }] }],
    ['validation_failed', undefined],
    ['bad_request', Readable.from([Buffer.from('{')])],
    ['too_large', Readable.from([Buffer.alloc(16_000), Buffer.alloc(16_000)])],
  ])('is refused: %s', async (code, body) => {
    await expect(read(body)).rejects.toMatchObject({ code });
  });
});
