import type { IncomingMessage, ServerResponse } from 'node:http'
import { displayOf } from './display.ts'
import { bestEncoding } from './encoding.ts'
import type { PageCache } from './page-cache/page-cache.ts'
import type { Variant } from './page-cache/prepared-page.ts'
import { sendPage } from './page-cache/send-page.ts'

/** Targets as clients write them; with parameters that no page knows there is no end to them. */
const MOST_TARGETS = 20_000

export interface ReadyAnswer {
  readonly status: number
  readonly variant: Variant
}

/** Cached pages by the very target that a client sent: for these there is nothing left to judge. */
export class HotPages {
  readonly #cache: PageCache
  readonly #keys = new Map<string, string>()

  constructor(cache: PageCache) {
    this.#cache = cache
  }

  /** What lies ready for a target, in the encoding that suits the client. */
  find(target: string, acceptEncoding: string | undefined): ReadyAnswer | null {
    const key = this.#keys.get(target)
    const page = key === undefined ? undefined : this.#cache.fresh(key)
    const variant = page?.ready(bestEncoding(acceptEncoding))
    return page && variant ? { status: page.answer.status, variant } : null
  }

  /** Sends the page where it lies ready; false where the request must be looked at. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (!isPlain(request)) return false
    const found = this.find(request.url ?? '', request.headers['accept-encoding'])
    if (found) sendPage(request, response, found.status, found.variant)
    return found !== null
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
