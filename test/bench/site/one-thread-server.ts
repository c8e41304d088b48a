/**
 * What the site would be without its worker: the same pages, the same cache and the same handler of
 * requests, with Astro and Payload on the thread that answers. Its settings are those of the site.
 */
import { join } from 'node:path'
import { changeLogOf } from '#cms/database/change-log.ts'
import { readConfig } from '#shared/config.ts'
import { KeptValues } from '#site/data/kept-values.ts'
import { NewsIndex } from '#site/data/news-index/news-index.ts'
import { openPortal } from '#site/data/portal.ts'
import { visitGroups } from '#site/data/visit-groups.ts'
import { followChanges } from '#site/server/follow-changes.ts'
import { securityHeaders } from '#site/server/headers.ts'
import { listen } from '#site/server/http-server.ts'
import { createLog } from '#site/server/log.ts'
import { PageCache } from '#site/server/page-cache/page-cache.ts'
import { openPageFiles } from '#site/server/page-cache/page-files.ts'
import { renderedPages } from '#site/server/pages.ts'
import { createPageRenderer } from '#site/server/render-page.ts'
import { requestHandler } from '#site/server/request-handler.ts'
import { searchCounts } from '#site/data/search/count-searches.ts'
import type { SearchThread } from '#site/server/search-thread.ts'
import { openStaticFiles } from '#site/server/static-files.ts'
import type { WorkerClient } from '#site/server/worker-client.ts'
import type { WorkerTasks } from '#site/server/worker-tasks.ts'
import { NOTHING_FOUND } from '#site/search/question.ts'

const config = readConfig()
const log = createLog(config)
const common = securityHeaders(config)
const portal = await openPortal(config)
const kept = new KeptValues()
const news = new NewsIndex(portal)
/** What is measured is pages. */
const NO_SEARCH: SearchThread = {
  search: {
    find: async () => ({ ...NOTHING_FOUND }),
    list: async () => [],
    suggest: async () => [],
    alike: async (_, others) => others.map(() => 0),
  },
  changed: () => {},
  state: () => ({ items: 0, isWhole: true, isChanged: false }),
  stop: async () => {},
}
const render = await createPageRenderer(
  portal,
  config,
  log,
  kept,
  news,
  NO_SEARCH.search,
  searchCounts(portal, () => {}),
)

const tasks: {
  [Name in keyof WorkerTasks]: (
    input: WorkerTasks[Name]['input'],
  ) => Promise<WorkerTasks[Name]['output']>
} = {
  page: render,
  visits: visitGroups(portal).count,
  content: async ({ call }) => ({ answered: call, failed: 'There is no search.' }),
  check: async () => null,
}
const worker: WorkerClient = {
  run: (task, input) => tasks[task](input),
  isReady: () => true,
  restarts: () => 0,
  pending: () => 0,
  stop: async () => {},
}
const pages = renderedPages(worker)
const cache = new PageCache(pages, {
  maxBytes: config.limits.pageCache,
  common,
  files: await openPageFiles({
    folder: join(config.dataDir, 'pages-of-one-thread'),
    maxBytes: config.limits.pageFiles,
    onError: (error) => log.error({ err: error }, 'page-files'),
  }),
})
followChanges(
  changeLogOf(portal),
  null,
  async (seen) => {
    await news.renew(seen.tags)
    kept.purge(seen.tags)
    cache.purge(seen)
  },
  (error) => log.warn({ err: error }, 'changes-not-read'),
)
const files = await openStaticFiles(new URL('../../../dist/site/client/', import.meta.url))
await listen(
  config,
  requestHandler({
    config,
    log,
    worker,
    search: NO_SEARCH,
    pages,
    cache,
    common,
    files,
    cmsState: () => null,
  }),
)
