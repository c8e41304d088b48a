import type { IncomingMessage, ServerResponse } from 'node:http'
import { displayOf } from './display.ts'
import { bestEncoding } from './encoding.ts'
import type { PageCache } from './page-cache/page-cache.ts'
import { sendPage } from './page-cache/send-page.ts'

/** Targets as clients write them; with parameters that no page knows there is no end to them. */
const MOST_TARGETS = 20_000

/** Cached pages by the very target that a client sent: for these there is nothing left to judge. */
export class HotPages {
  readonly #cache: PageCache
  readonly #keys = new Map<string, string>()

  constructor(cache: PageCache) {
    this.#cache = cache
  }

  /** Sends the page where it lies ready; false where the request must be looked at. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const key = this.#keys.get(request.url ?? '')
    if (key === undefined || !isPlain(request)) return false
    const page = this.#cache.fresh(key)
    const variant = page?.ready(bestEncoding(request.headers['accept-encoding']))
    if (!page || !variant) return false
    sendPage(request, response, page.answer.status, variant)
    return true
  }

  /** A target of a good request leads to the page of this key from now on. */
  remember(target: string, key: string): void {
    if (this.#keys.size >= MOST_TARGETS) this.#keys.clear()
    this.#keys.set(target, key)
  }
}

/** Wants a page to read, in the display that everyone gets, and sends nothing. */
function isPlain(request: IncomingMessage): boolean {
  const { headers, method } = request
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    headers.expect === undefined &&
    (headers.cookie === undefined || displayOf(request) === null)
  )
}
