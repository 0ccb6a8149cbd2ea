import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Header of the signature: `t=<seconds since 1970>,v1=<hexadecimal HMAC-SHA-256 of "<t>.<body>">`. */
export const SIGNATURE_HEADER = 'discover-signature';

/** How far sender and receiver may disagree about the time, in seconds: an older message may be a replay. */
const TOLERANCE_SECONDS = 300;

/** 256 random bits, recognisable by its prefix to whoever scans for leaked secrets. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

export function sign(body: string, secret: string, at = new Date()): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${digest(seconds, body, secret).toString('hex')}`;
}

/** What a receiver does: whether the body is ours, and not one from long ago. */
export function verifySignature(header: string, body: string, secret: string, now = new Date()): boolean {
  const [, time, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (time === undefined || signature === undefined) return false;
  if (Math.abs(now.getTime() / 1000 - Number(time)) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), digest(Number(time), body, secret));
}

function digest(seconds: number, body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
}
