import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';

import { AccessTokens } from './access-tokens.js';
import { newRefreshSecret, readRefreshToken, refreshToken } from './refresh-tokens.js';

const SECRET = 'a secret of at least thirty-two characters';
const SESSION = '01a1f7f0-2fd2-768e-bb50-4f2db97f654f';

describe('access tokens', () => {
  it('say whose they are and of which session', async () => {
    const tokens = new AccessTokens(SECRET, 900);
    expect(await tokens.verify(await tokens.sign('user', SESSION))).toMatchObject({
      userId: 'user',
      sessionId: SESSION,
    });
  });

  it('expire, also for whoever was known a moment ago', async () => {
    const tokens = new AccessTokens(SECRET, 0);
    const token = await tokens.sign('user', SESSION);
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'token_expired' });
  });

  it('of another issuer, another key or another algorithm are none', async () => {
    const tokens = new AccessTokens(SECRET, 900);
    const claims = () => new SignJWT({ sid: SESSION }).setSubject('user').setExpirationTime('1h');
    const key = new TextEncoder().encode(SECRET);
    const forged = [
      await new AccessTokens(`${SECRET}!`, 900).sign('user', SESSION),
      await claims().setProtectedHeader({ alg: 'HS256' }).setIssuer('somebody').sign(key),
      await claims().setProtectedHeader({ alg: 'HS512' }).setIssuer('discover').sign(new Uint8Array(64)),
    ];
    for (const token of forged) await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'invalid_token' });
  });
});

describe('refresh tokens', () => {
  it('give back their session and hash', () => {
    const { secret, hash } = newRefreshSecret();
    expect(readRefreshToken(refreshToken(SESSION, secret))).toEqual({ sessionId: SESSION, hash });
  });

  it.each(['', 'x.y', `${SESSION}.short`, `${SESSION}.${'a'.repeat(44)}`])('refuse %p', (token) => {
    expect(() => readRefreshToken(token)).toThrow('refresh token');
  });
});
