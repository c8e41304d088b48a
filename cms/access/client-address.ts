import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { ConfigError } from '#shared/config.ts'

/** Headers by which proxies tell for whom they ask. */
export const FORWARDING_HEADERS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-real-ip',
] as const

/** A peer that seems to be a proxy whose word is not taken. */
export interface UnreadProxy {
  readonly peer: string
  /** `trusted`: it tells no `X-Forwarded-For`, which alone is read. */
  readonly is: 'untrusted' | 'trusted'
  readonly header: string
}

/**
 * Gives the function that tells a visitor's address: the last address of `X-Forwarded-For` that no
 * trusted proxy wrote, believed only where the connection itself comes from a trusted proxy.
 * @param trustedProxies addresses or ranges (CIDR)
 * @param onUnread is told of each request whose forwarding headers are not read, where it comes from
 *   a trusted proxy, this machine or a private network: a stranger's word is no news
 * @throws ConfigError for what is neither
 */
export function clientAddressReader(
  trustedProxies: readonly string[],
  onUnread: (proxy: UnreadProxy) => void = () => {},
) {
  const proxies = new BlockList()
  for (const proxy of trustedProxies) trust(proxies, proxy)
  const isTrusted = (address: string) => proxies.check(address, familyOf(address))

  return (request: IncomingMessage): string => {
    let address = plain(request.socket.remoteAddress ?? '')
    const is = isTrusted(address) ? 'trusted' : 'untrusted'
    const header = unreadHeader(request, is)
    if (header && (is === 'trusted' || NEAR.check(address, familyOf(address)))) {
      onUnread({ peer: address, is, header })
    }
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    while (forwarded.length > 0 && isTrusted(address)) {
      const earlier = plain(forwarded.pop()?.trim() ?? '')
      if (isIP(earlier) === 0) break
      address = earlier
    }
    return address
  }
}

/** A header that tells of a client and is not read; `null` where there is none. */
function unreadHeader({ headers }: IncomingMessage, is: UnreadProxy['is']): string | null {
  if (is === 'trusted' && headers['x-forwarded-for'] !== undefined) return null
  return TELLING.find((name) => headers[name] !== undefined) ?? null
}

const TELLING = ['x-forwarded-for', 'forwarded', 'x-real-ip'] as const

/** This machine, private networks, and addresses that reach no further than a link. */
const NEAR = new BlockList()
for (const [network, prefix, family] of [
  ['127.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
] as const) {
  NEAR.addSubnet(network, prefix, family)
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
