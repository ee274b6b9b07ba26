import { isIP } from 'node:net';

/**
 * Address the request came from. Only the hops that our own proxies added to X-Forwarded-For count, from the right; what
 * stands further left was written by the client.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, trustedHops: number): string {
  if (trustedHops === 0 || !forwardedFor) return socketAddress;
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  const candidate = hops[Math.max(hops.length - trustedHops, 0)];
  return candidate && isIP(candidate) ? candidate : socketAddress;
}

/** What a limit is counted by: an IPv6 user usually holds a whole /64. */
export function limitSource(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
