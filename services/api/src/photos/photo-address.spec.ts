import { describe, expect, it } from '@jest/globals';

import { photoAddress, photoHashOf, withImage } from './photo-address.js';

const CV = '01941f29-7c00-7000-8000-000000000001';
const HASH = '0123456789abcdef0123456789abcdef';
const address = photoAddress('https://cv.example', CV, HASH);

describe('the photo that a document shows', () => {
  it('is the one that its image names, under whatever name we are reached', () => {
    expect(photoHashOf({ basics: { image: address } }, CV)).toBe(HASH);
    expect(photoHashOf({ basics: { image: photoAddress('http://127.0.0.1:3000', CV, HASH) } }, CV)).toBe(HASH);
  });

  it.each([
    ['of another CV', photoAddress('https://cv.example', CV.replace('1', '2'), HASH)],
    ['of another site', 'https://example.org/me.jpg'],
    ['in the document', 'data:image/png;base64,AAAA'],
    ['by a way around', `https://example.org/?${new URL(address).pathname}?v=${HASH}`],
    ['with more behind it', `${address}0`],
    ['that is not there', undefined],
  ])('is none %s', (_, image) => {
    expect(photoHashOf(withImage({ basics: { name: 'Ada' } }, image), CV)).toBeUndefined();
    expect(photoHashOf({}, CV)).toBeUndefined();
  });

  it('can be taken out again', () => {
    expect(withImage({ basics: { name: 'Ada', image: address } }, undefined)).toEqual({ basics: { name: 'Ada' } });
  });
});
