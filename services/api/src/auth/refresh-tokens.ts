import { createHash, randomBytes } from 'node:crypto';

import { AppError } from '@discover/contracts';

/** A refresh token names its session and proves itself by a secret of 256 random bits, of which only the hash is stored. */
export function newRefreshSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export function refreshToken(sessionId: string, secret: string): string {
  return `${sessionId}.${secret}`;
}

/** @throws AppError `invalid_token` if it does not even have the form of one */
export function readRefreshToken(token: string): { sessionId: string; hash: Buffer } {
  const [, sessionId, secret] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  if (sessionId === undefined || secret === undefined) throw new AppError('invalid_token', INVALID_REFRESH_TOKEN);
  return { sessionId, hash: hashSecret(secret) };
}

export const INVALID_REFRESH_TOKEN = 'This is not a refresh token that can be used. Log in again.';

/** SHA-256 is enough: the secret is random, so there is nothing to guess that a slow hash would protect. */
function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
