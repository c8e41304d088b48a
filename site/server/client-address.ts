import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/**
 * Gives the function that tells a visitor's address: the last address of `X-Forwarded-For` that no
 * trusted proxy wrote, believed only where the connection itself comes from a trusted proxy.
 * @param trustedProxies addresses or ranges (CIDR)
 */
export function clientAddressReader(trustedProxies: readonly string[]) {
  const proxies = new BlockList()
  for (const proxy of trustedProxies) {
    const [address = '', prefix] = proxy.split('/')
    const family = familyOf(address)
    if (prefix === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(prefix), family)
  }
  const isTrusted = (address: string) => proxies.check(address, familyOf(address))

  return (request: IncomingMessage): string => {
    let address = plain(request.socket.remoteAddress ?? '')
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    while (forwarded.length > 0 && isTrusted(address)) {
      const earlier = plain(forwarded.pop()?.trim() ?? '')
      if (isIP(earlier) === 0) break
      address = earlier
    }
    return address
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

/** `::ffff:10.0.0.1` is the IPv4 address of a dual-stack socket. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
