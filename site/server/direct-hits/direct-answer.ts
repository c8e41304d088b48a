import type { HotPages } from '../hot-pages.ts'
import { isUnchanged } from '../page-cache/send-page.ts'
import type { DirectAnswer } from './direct-connections.ts'
import { readPlainRequest } from './plain-request.ts'

/** Browsers send less than a kilobyte. */
const MOST_BYTES = 4_096

/**
 * Answers plain requests for cached pages, byte for byte as node:http does.
 * @param count is told the status of every answer
 */
export function directAnswer(hot: HotPages, count: (status: number) => void): DirectAnswer {
  return (socket, bytes) => {
    const request = bytes.length > MOST_BYTES ? null : readPlainRequest(bytes.toString('latin1'))
    const found = request && hot.find(request.target, request.acceptEncoding)
    if (!found) return false
    const { status, variant } = found
    if (isUnchanged(request.ifNoneMatch, variant.etag)) {
      socket.write(variant.unchangedHead.bytes())
      count(304)
      return true
    }
    socket.cork()
    socket.write(variant.head.bytes())
    if (request.method === 'GET') socket.write(variant.body)
    socket.uncork()
    count(status)
    return true
  }
}
