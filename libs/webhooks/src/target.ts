import { isIP } from 'node:net';

import { isPublicAddress } from './address.js';

/**
 * Where webhooks may point. `public`: HTTPS, and addresses of the public Internet. `any`: also HTTP and one's own network, for
 * local use and tests.
 */
export const TARGET_POLICIES = ['public', 'any'] as const;
export type TargetPolicy = (typeof TARGET_POLICIES)[number];

export const LONGEST_URL = 2_000;

/**
 * What speaks against an address, in a sentence; null if nothing does. What its name resolves to is looked at when something
 * is sent: that may be another place by then.
 */
export function targetProblem(text: string, policy: TargetPolicy): string | null {
  const url = URL.parse(text);
  if (!url || text.length > LONGEST_URL) return 'It is not an absolute URL.';
  if (url.protocol !== 'https:' && !(policy === 'any' && url.protocol === 'http:'))
    return 'It must begin with `https://`.';
  if (url.username !== '' || url.password !== '') return 'It must not carry a name or password.';
  const host = hostOf(url);
  if (policy === 'public' && isIP(host) !== 0 && !isPublicAddress(host)) return 'It is not on the public Internet.';
  return null;
}

/** Without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
