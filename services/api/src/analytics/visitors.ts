import { createHash, randomBytes } from 'node:crypto';

import type { Redis } from 'ioredis';

/** What a visitor is told apart by, for one day, and then never again. */
export interface VisitorTraits {
  address: string;
  userAgent: string;
}

/** A salt outlives its day only so that events of the last second of it can still be written. */
const SALT_LIFE_SECONDS = 26 * 60 * 60;
const VISITOR_BYTES = 8;

/**
 * Tells visitors of one CV and day apart without keeping who they are: a hash of address and browser under a random salt
 * that all instances share and that Redis forgets after the day. Nobody can then work out or recognise anything from it.
 */
export class Visitors {
  private known: { day: string; salt: string } | undefined;
  /** In place of the shared one while Redis is away. */
  private readonly ownSalt = randomBytes(16).toString('base64url');

  constructor(private readonly redis: Redis) {}

  /** Must be called with each day before its visitors are asked for. */
  async saltOf(day: string): Promise<string> {
    if (this.known?.day === day) return this.known.salt;
    const key = `visitor-salt:${day}`;
    try {
      await this.redis.set(key, randomBytes(16).toString('base64url'), 'EX', SALT_LIFE_SECONDS, 'NX');
      const salt = await this.redis.get(key);
      if (salt === null) return this.ownSalt;
      this.known = { day, salt };
      return salt;
    } catch {
      return this.ownSalt;
    }
  }
}

/** With the CV in it, so that one visitor of two CVs is two. */
export function visitorHash(salt: string, cvId: string, { address, userAgent }: VisitorTraits): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([salt, cvId, address, userAgent]))
    .digest()
    .subarray(0, VISITOR_BYTES);
}

/** Robots that read pages to index, preview or watch them, by what they call themselves. Cubot makes telephones. */
const ROBOT =
  /(?<!cu)bot\b|bot[-_]|crawl|spider|slurp|preview|facebookexternalhit|embedly|monitor|headless|lighthouse/i;

export function isRobot(userAgent: string): boolean {
  return ROBOT.test(userAgent);
}

/** The host of a `Referer`, without `www.`; null for none, for one that is no web address, and for `ownHost`. */
export function refererHost(referer: string | undefined, ownHost: string): string | null {
  if (referer === undefined || !/^https?:/i.test(referer) || !URL.canParse(referer)) return null;
  const { hostname, host } = new URL(referer);
  if (host === ownHost || hostname === '') return null;
  return hostname.replace(/^www\./, '').slice(0, 100);
}
