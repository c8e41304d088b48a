import type { IncomingMessage } from 'node:http'

/**
 * Whether a request names one host, as HTTP/1.1 must, in the form that there is for it. Two hosts
 * are read as the first by some and as the last by others (RFC 9112, 3.2).
 */
export function hasGoodHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  let host: string | undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.length !== 4 || rawHeaders[at]?.toLowerCase() !== 'host') continue
    if (host !== undefined) return false
    host = rawHeaders[at + 1] ?? ''
  }
  return host === undefined ? httpVersion === '1.0' : isHost(host)
}

/** `uri-host [ ":" port ]` (RFC 3986, 3.2.2); an empty one is good. */
export function isHost(value: string): boolean {
  return HOST.test(value)
}

const HOST = /^(?:[\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(?::\d{0,5})?$/i
