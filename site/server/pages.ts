import type { FinishedResponse, PageRequest, PageSource } from './exchange.ts'
import type { WorkerClient } from './worker-client.ts'

/**
 * Pages as the render worker makes them. A page that is the same for all is rendered once for
 * everyone who asks while it is being rendered.
 */
export function renderedPages(worker: WorkerClient): PageSource {
  const underWay = new Map<string, Promise<FinishedResponse>>()

  return {
    answer(request: PageRequest): Promise<FinishedResponse> {
      const render = () => worker.run('page', request)
      if (!isSameForAll(request)) return render()
      const key = `${request.path}${request.query}`
      const same = underWay.get(key)
      if (same) return same
      const rendering = render().finally(() => underWay.delete(key))
      underWay.set(key, rendering)
      return rendering
    },
  }
}

/** Nothing of the one who asks reaches the page: no headers, no body. */
function isSameForAll(request: PageRequest): boolean {
  return request.method === 'GET' && request.headers.length === 0
}
