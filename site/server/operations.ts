import type { CmsState } from '#shared/cms-state.ts'
import type { FinishedResponse } from './exchange.ts'
import type { PageCache } from './page-cache/page-cache.ts'
import type { SearchThread } from './search-thread.ts'
import type { WorkerClient } from './worker-client.ts'

/** What watches over the process may ask: is it alive, is it ready, how is it doing. */
export function operations(
  worker: WorkerClient,
  search: SearchThread,
  cache: PageCache,
  cmsState: () => CmsState | null,
) {
  /** By the first digit of the status. */
  const answers = [0, 0, 0, 0, 0, 0]
  let seconds = 0
  let direct = 0
  const countGroup = (status: number) => {
    const group = Math.trunc(status / 100)
    answers[group] = (answers[group] ?? 0) + 1
  }

  return {
    /** Notes an answer that was sent. */
    count(status: number, durationMs: number): void {
      countGroup(status)
      seconds += durationMs / 1000
    },

    /** Notes an answer that lay ready: its time is not worth a look at the clock. */
    countHit: countGroup,

    /** Notes an answer that was sent without node:http. */
    countDirect(status: number): void {
      direct += 1
      countGroup(status)
    },

    /** The process answers. */
    health: (): FinishedResponse => text(200, 'ok\n'),

    /**
     * Worker and database answer as well. A second line tells how the cms is doing, where that is
     * known: pages are served without it, so it does not change the status.
     */
    ready: async (): Promise<FinishedResponse> => {
      const failure = await worker.run('check', null, CHECK_LIMIT_MS).then(
        () => null,
        (error: Error) => error,
      )
      const cms = cmsState()
      const [status, word] = failure ? [503, 'not ready'] : [200, 'ready']
      return text(status, cms ? `${word}\ncms: ${cms}\n` : `${word}\n`)
    },

    /** Prometheus text format 0.0.4. */
    metrics: (): FinishedResponse =>
      text(
        200,
        [
          '# TYPE portal_answers_total counter',
          ...answers.flatMap((n, group) =>
            n > 0 ? [`portal_answers_total{status="${group}xx"} ${n}`] : [],
          ),
          '# TYPE portal_answers_direct_total counter',
          `portal_answers_direct_total ${direct}`,
          '# TYPE portal_answer_seconds_sum counter',
          `portal_answer_seconds_sum ${seconds.toFixed(3)}`,
          '# TYPE portal_worker_ready gauge',
          `portal_worker_ready ${worker.isReady() ? 1 : 0}`,
          '# TYPE portal_worker_restarts_total counter',
          `portal_worker_restarts_total ${worker.restarts()}`,
          '# TYPE portal_worker_pending gauge',
          `portal_worker_pending ${worker.pending()}`,
          '# TYPE portal_pages_rendered_total counter',
          `portal_pages_rendered_total ${cache.renders}`,
          '# TYPE portal_pages_kept gauge',
          `portal_pages_kept ${cache.size}`,
          '# TYPE portal_pages_kept_bytes gauge',
          `portal_pages_kept_bytes ${cache.bytes}`,
          '# TYPE portal_search_ready gauge',
          `portal_search_ready ${search.state().isWhole ? 1 : 0}`,
          '# TYPE portal_search_items gauge',
          `portal_search_items ${search.state().items}`,
          ...cmsRunning(cmsState()),
          '# TYPE process_resident_memory_bytes gauge',
          `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
          '',
        ].join('\n'),
      ),
  }
}

const CHECK_LIMIT_MS = 3_000

function cmsRunning(state: CmsState | null): string[] {
  if (state === null) return []
  return ['# TYPE portal_cms_running gauge', `portal_cms_running ${state === 'running' ? 1 : 0}`]
}

function text(status: number, content: string): FinishedResponse {
  return {
    status,
    headers: [
      ['content-type', 'text/plain; charset=utf-8'],
      ['cache-control', 'no-store'],
    ],
    body: new TextEncoder().encode(content),
    tags: [],
    expiresAt: null,
  }
}
