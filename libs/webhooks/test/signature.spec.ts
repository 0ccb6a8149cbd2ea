import { createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { newSecret, sign, verifySignature } from '../src/index.js';

const AT = new Date('2026-11-20T10:00:00Z');
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

describe('a signature', () => {
  it('is an HMAC-SHA256 of time and body, as anybody can work out', () => {
    const expected = createHmac('sha256', 'secret')
      .update(`${AT.getTime() / 1000}.{"a":1}`)
      .digest('hex');
    expect(sign('{"a":1}', 'secret', AT)).toBe(`t=${AT.getTime() / 1000},v1=${expected}`);
  });

  it('holds for its body, secret and time alone', () => {
    const signature = sign('body', 'secret', AT);
    expect(verifySignature(signature, 'body', 'secret', later(299))).toBe(true);
    expect(verifySignature(signature, 'other', 'secret', AT)).toBe(false);
    expect(verifySignature(signature, 'body', 'another', AT)).toBe(false);
    expect(verifySignature(signature.replace(/t=\d+/, `t=${AT.getTime() / 1000 + 1}`), 'body', 'secret', AT)).toBe(
      false,
    );
  });

  it('is worth nothing after five minutes, from the future, or garbled', () => {
    const signature = sign('body', 'secret', AT);
    expect(verifySignature(signature, 'body', 'secret', later(301))).toBe(false);
    expect(verifySignature(signature, 'body', 'secret', later(-301))).toBe(false);
    for (const header of ['', 'v1=ab', `${signature}x`, signature.slice(0, -2), signature.toUpperCase()])
      expect(verifySignature(header, 'body', 'secret', AT)).toBe(false);
  });

  it('is made with secrets that differ', () => {
    expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100);
    expect(newSecret()).toMatch(/^whsec_[\w-]{43}$/);
  });
});
