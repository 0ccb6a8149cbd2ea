import { describe, expect, it } from '@jest/globals';

import { decode, encode, prepare } from '../src/codec.js';

const roundTrip = async (value: unknown) => decode(await encode(prepare(value))).value;

describe('codec', () => {
  it.each([
    ['an object', { name: 'Ada', tags: ['a', 'b'], nested: { empty: null } }],
    ['a large object', { text: 'lorem ipsum '.repeat(1_000) }],
    ['text', 'ça va 🙂'],
    ['false', false],
    ['zero', 0],
    ['bytes', Buffer.from([0, 1, 2, 255])],
    ['large bytes', Buffer.alloc(50_000, 'response body ')],
    ['very large bytes', Buffer.alloc(500_000, 'response body ')],
    ['no bytes', Buffer.alloc(0)],
    ['nothing', undefined],
  ])('keeps %s', async (_name, value) => {
    await expect(roundTrip(value)).resolves.toEqual(value);
    expect(prepare(value).held.value).toEqual(value);
  });

  it('has one shape for a value, whether it comes from the source or from L2', async () => {
    const value = { at: new Date(0), gone: undefined };
    expect(prepare(value).held.value).toEqual({ at: '1970-01-01T00:00:00.000Z' });
    await expect(roundTrip(value)).resolves.toEqual(prepare(value).held.value);
  });

  it('compresses over 1 KB, and only what becomes smaller', async () => {
    const text = Buffer.alloc(20_000, 'compressible ');
    const noise = crypto.getRandomValues(Buffer.alloc(20_000));
    const [short, long, random] = await Promise.all([Buffer.alloc(1_024), text, noise].map((b) => encode(prepare(b))));
    expect([short?.[0], short?.length]).toEqual([0, 1_025]);
    expect(long?.[0]).toBe(1);
    expect(long?.length).toBeLessThan(1_000);
    expect([random?.[0], random?.length]).toEqual([0, 20_001]);
  });

  it('freezes what many share', () => {
    const value = prepare({ list: [{ a: 1 }] }).held.value as { list: { a: number }[] };
    expect(() => value.list.push({ a: 2 })).toThrow(TypeError);
    expect(() => (value.list[0]!.a = 2)).toThrow(TypeError);
  });

  it('does not hold a large block for a small value', () => {
    const slice = Buffer.alloc(65_536, 'x').subarray(0, 100);
    expect((prepare(slice).held.value as Buffer).buffer.byteLength).toBe(100);
    const encoded = Buffer.concat([Buffer.of(0), Buffer.alloc(65_536)]).subarray(0, 101);
    expect((decode(encoded).value as Buffer).buffer.byteLength).toBe(100);
  });

  it('refuses what it did not write', () => {
    expect(() => decode(Buffer.from([9, 1, 2]))).toThrow();
    expect(() => decode(Buffer.from([1, 1, 2]))).toThrow();
    expect(() => decode(Buffer.alloc(0))).toThrow();
    expect(() => prepare(() => 1)).toThrow(TypeError);
  });
});
