import type { Logger } from 'pino'
import type { UnreadProxy } from '#cms/access/client-address.ts'

/**
 * Gives the function that warns, once in the life of a process, of a proxy whose word is not taken:
 * behind it all readers have one address, and share one limit. The address is that of a machine
 * nearby, never a reader's.
 */
export function warnOfProxy(log: Pick<Logger, 'warn'>): (proxy: UnreadProxy) => void {
  let isSaid = false
  return ({ peer, is, header }) => {
    if (isSaid) return
    isSaid = true
    const advice =
      is === 'untrusted'
        ? `Set TRUSTED_PROXIES=${peer} where a proxy of yours stands there; else nothing is wrong.`
        : 'Let that proxy send X-Forwarded-For, the one header that is read.'
    log.warn({ code: 'proxy_not_believed', peer, header }, advice)
  }
}
