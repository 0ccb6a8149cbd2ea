import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import { AppError } from '@discover/contracts';

const FORM = /^dk_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Tells a key from an access token; no access token begins so. */
export const KEY_PREFIX = 'dk_';

/** 256 random bits that a key proves itself by, of which only the hash is stored. */
export function newKeySecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** What the owner is shown, once. */
export function apiKeyToken(id: string, secret: string): string {
  return `${KEY_PREFIX}${id}.${secret}`;
}

/** @throws AppError `invalid_token` if it does not even have the form of a key */
export function readApiKeyToken(token: string): { id: string; secret: string } {
  const [, id, secret] = FORM.exec(token) ?? [];
  if (id === undefined || secret === undefined) throw invalidApiKey();
  return { id, secret };
}

export function isSecretOf(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), hash);
}

export function invalidApiKey(): AppError {
  return new AppError('invalid_token', 'This API key does not exist, was revoked or has expired. Create another one.');
}

/** SHA-256 is enough: the secret is random, so there is nothing to guess that a slow hash would protect. */
function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
