import { describe, expect, it } from '@jest/globals';

import { apiKeyToken, isSecretOf, newKeySecret, readApiKeyToken } from './api-key-token.js';

const ID = '01a1f7f0-2fd2-768e-bb50-4f2db97f654f';

describe('API keys', () => {
  it('give back their id and prove themselves by their secret', () => {
    const { secret, hash } = newKeySecret();
    const read = readApiKeyToken(apiKeyToken(ID, secret));
    expect(read).toEqual({ id: ID, secret });
    expect(isSecretOf(read.secret, hash)).toBe(true);
    expect(isSecretOf(newKeySecret().secret, hash)).toBe(false);
  });

  it('carry 256 bits that are not in what is stored', () => {
    const { secret, hash } = newKeySecret();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(hash.equals(Buffer.from(secret, 'base64url'))).toBe(false);
  });

  it.each(['', 'dk_', `dk_${ID}`, `dk_${ID}.short`, `dk_${ID}.${'a'.repeat(44)}`, `xx_${ID}.${'a'.repeat(43)}`])(
    'refuse %p',
    (token) => {
      expect(() => readApiKeyToken(token)).toThrow('API key');
    },
  );
});
