import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

import type { Bucket } from '../object-storage.js';

/** What a presigned URL of the folder adapter permits. */
export interface ReadGrant {
  readonly bucket: Bucket;
  readonly key: string;
  readonly download?: string;
}

interface Claims extends ReadGrant {
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** `<claims>.<HMAC-SHA-256 of the claims>`, both in base64url. */
export function signToken(grant: ReadGrant, expiresInSeconds: number, secret: string): string {
  const claims: Claims = { ...grant, expiresAt: Math.floor(Date.now() / 1000) + expiresInSeconds };
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${signature(payload, secret)}`;
}

/** Null if it is forged, garbled or expired. */
export function verifyToken(token: string, secret: string): ReadGrant | null {
  const [payload = '', ...rest] = token.split('.');
  // Compared as text: base64 decodes several texts to the same bytes.
  const expected = Buffer.from(signature(payload, secret));
  const actual = Buffer.from(rest.join('.'));
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  const { expiresAt, ...grant } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  return expiresAt > Date.now() / 1000 ? grant : null;
}

/** The secret that all processes of this folder share; the first one makes it. */
export async function sharedSecret(file: string): Promise<string> {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await writeFile(own, randomBytes(32).toString('hex'), { mode: 0o600 });
  // A link appears whole or not at all, and only the first one succeeds.
  await link(own, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(own);
  return readFile(file, 'utf8');
}

function signature(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
