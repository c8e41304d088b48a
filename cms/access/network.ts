import { isIP } from 'node:net'

/**
 * The network that limits are counted by: an IPv4 address itself, of IPv6 the first 64 bits, which
 * one customer is given whole (RFC 6177). What is no address stays what it is.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const groups = head.split(':').filter(Boolean)
  if (tail !== undefined) {
    const rest = groupsOf(tail)
    while (groups.length + rest < 8) groups.push('0')
  }
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${prefix.join(':')}::/64`
}

/** How many of the eight groups a tail stands for; a dotted end (RFC 4291, 2.2) stands for two. */
function groupsOf(tail: string): number {
  const groups = tail.split(':').filter(Boolean)
  return groups.length + (tail.includes('.') ? 1 : 0)
}
