import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { ConfigError } from '#shared/config.ts'

/**
 * Gives the function that tells a visitor's address: the last address of `X-Forwarded-For` that no
 * trusted proxy wrote, believed only where the connection itself comes from a trusted proxy.
 * @param trustedProxies addresses or ranges (CIDR)
 * @throws ConfigError for what is neither
 */
export function clientAddressReader(trustedProxies: readonly string[]) {
  const proxies = new BlockList()
  for (const proxy of trustedProxies) trust(proxies, proxy)
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

function trust(proxies: BlockList, proxy: string): void {
  const [address = '', prefix] = proxy.split('/')
  const family = familyOf(address)
  try {
    if (prefix === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(prefix), family)
  } catch {
    throw new ConfigError([
      `TRUSTED_PROXIES holds "${proxy}". Set addresses or ranges, like 127.0.0.1 or 10.0.0.0/8.`,
    ])
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

/** `::ffff:10.0.0.1` is the IPv4 address of a dual-stack socket. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
