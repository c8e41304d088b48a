import type { FinishedResponse, PageRequest } from '#site/server/exchange.ts'
import { PageCache } from '#site/server/page-cache/page-cache.ts'
import { pageRequest } from './page-request.ts'

export const MEGABYTE = 1024 * 1024

/** A page as the worker answers it. */
export function rendered(
  text: string,
  tags: string[],
  more: Partial<FinishedResponse> = {},
): FinishedResponse {
  const body = new TextEncoder().encode(text)
  const headers = [['content-type', 'text/html']] as const
  return { status: 200, headers, body, tags, expiresAt: null, ...more }
}

/** A page cache whose clock and whose renderings are those that a test sets. */
export class CachedPages {
  now = 1_000_000
  /** Paths that were rendered. */
  readonly renders: string[] = []
  render = async (path: string): Promise<FinishedResponse> => rendered(path, ['news:1'])
  readonly cache: PageCache

  constructor(maxBytes = MEGABYTE) {
    const source = {
      answer: ({ path }: PageRequest) => {
        this.renders.push(path)
        return this.render(path)
      },
    }
    this.cache = new PageCache(source, { maxBytes, common: [], now: () => this.now })
  }

  async read(path: string): Promise<string> {
    return new TextDecoder().decode((await this.cache.page(pageRequest(path))).answer.body)
  }

  purge(tags: string[] | null, withdrawn: string[] = []): void {
    this.cache.purge({ tags, withdrawn })
  }
}
