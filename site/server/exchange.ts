/** What passes between the main thread, the page cache and the render worker. */

/** A request that was checked: a good path, a body within its limit, a believed address. */
export interface PageRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** With its question mark; empty without parameters. */
  readonly query: string
  /** Those the page may look at; none for pages that are the same for all. */
  readonly headers: readonly Header[]
  readonly body: Uint8Array<ArrayBuffer> | null
  readonly clientAddress: string
  /** False for a search of somebody who searches too often for a reader: it is answered all the same. */
  readonly isCounted?: boolean
}

export type Header = readonly [name: string, value: string]

/** A complete answer, before compression and the headers that every answer carries. */
export interface FinishedResponse {
  readonly status: number
  readonly headers: readonly Header[]
  readonly body: Uint8Array<ArrayBuffer>
  /** What the page shows or depends on (shared/cache-tags.ts). */
  readonly tags: readonly string[]
  /** Milliseconds since 1970 when the page changes by itself; `null` for never. */
  readonly expiresAt: number | null
}

/** The seam for the page cache: everything that can answer for a page. */
export interface PageSource {
  /** @throws RenderUnavailable when no answer can be had */
  answer(request: PageRequest): Promise<FinishedResponse>
}

/** The worker is starting, gone, overloaded or too slow. */
export class RenderUnavailable extends Error {
  override name = 'RenderUnavailable'
}
