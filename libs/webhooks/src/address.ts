import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is somewhere on the public Internet. Everything that IANA has set apart is not: private, loopback,
 * link-local (with the clouds' metadata), shared, multicast, documentation, and IPv6 that wraps an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` unwraps ::ffff:10.0.0.1.
  return ipaddr.process(address).range() === 'unicast';
}
