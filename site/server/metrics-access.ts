import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '#shared/config.ts'
import { FORWARDING_HEADERS } from '#cms/access/client-address.ts'

/**
 * Gives the function that tells who may read the figures of the process. A proxy may hide both that
 * it stands there and which host was asked for, so a portal with a name of its own asks for
 * METRICS_TOKEN (`Authorization: Bearer`, RFC 6750, 2.1). One that is only reached on its own
 * machine, as while it is tried, shows them there without.
 */
export function metricsAccess({ metricsToken, site }: Pick<Config, 'metricsToken' | 'site'>) {
  const isOnlyHere = isLoopbackName(new URL(site.publicUrl).hostname)

  return (request: IncomingMessage): boolean => {
    const [, sent] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (metricsToken !== null) return sent !== undefined && isSame(sent, metricsToken)
    return isOnlyHere && isFromThisMachine(request)
  }
}

/** Asked on this machine itself, by its own name, and not passed on by a proxy that says so. */
function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const isForwarded = FORWARDING_HEADERS.some((name) => headers[name] !== undefined)
  const name = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? ''
  return isLoopbackName(address) && isLoopbackName(name) && !isForwarded
}

function isLoopbackName(name: string): boolean {
  const plain = name.replace(/^\[|\]$/g, '')
  return plain === 'localhost' || plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'))
}

/** Compares hashes, which have one length. */
function isSame(sent: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(sent), hash(token))
}
