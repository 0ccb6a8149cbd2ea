import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for an address, and the hash by which they are found again. */
export function newLinkToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** Null for what has not even the form of a token. */
export function linkTokenHash(token: string): Buffer | null {
  return /^[\w-]{43}$/.test(token) ? hashToken(token) : null;
}

/** SHA-256 is enough: the token is random, so there is nothing to guess that a slow hash would protect. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
