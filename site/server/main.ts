import { join } from 'node:path'
import { keepPrivate } from '#cms/storage/private-umask.ts'
import { openPagesFolder } from '#cms/storage/public-folders.ts'
import { INDEX_FILE } from '#site/search/index-file.ts'
import { SEARCH_TAG } from '#site/search/question.ts'
import { followCmsState } from './cms-state.ts'
import { listen } from './http-server.ts'
import { securityHeaders } from './headers.ts'
import { createLog } from './log.ts'
import { openPageFiles, type PageFiles } from './page-cache/page-files.ts'
import { buildFolder } from './page-cache/build-folder.ts'
import { PageCache } from './page-cache/page-cache.ts'
import { renderedPages } from './pages.ts'
import { startWorkers } from './render-workers.ts'
import { answerCall } from './remote-calls.ts'
import { requestHandler } from './request-handler.ts'
import { contentOf } from './search-content.ts'
import { startSearch } from './search-thread.ts'
import { settingsOrExit } from './settings.ts'
import { openStaticFiles } from './static-files.ts'

// The public site: config → workers → http → signals.

keepPrivate()
const config = settingsOrExit()
const log = createLog(config)
const files = await openStaticFiles(new URL('../../dist/site/client/', import.meta.url))
const common = securityHeaders(config)
const pageFiles = await openFiles()
const worker = startWorkers(new URL('./render-worker.ts', import.meta.url), log, {
  count: config.renderWorkers,
  positions: pageFiles?.position ?? null,
  onChanges: (seen, positions) => {
    cache.purge(seen)
    if (positions !== null) pageFiles?.keepPosition(positions)
    search.changed()
  },
  onAsked: (call) => answerCall(search.search, call),
})
const search = startSearch(
  new URL('../search/search-worker.ts', import.meta.url),
  { file: join(config.dataDir, INDEX_FILE) },
  contentOf(worker),
  log,
  () => cache.purge({ tags: [SEARCH_TAG], withdrawn: [] }),
)
const pages = renderedPages(worker)
const cache = new PageCache(pages, {
  maxBytes: config.limits.pageCache,
  common,
  files: pageFiles,
})
const cmsState = followCmsState()
const answering = requestHandler({
  config,
  log,
  worker,
  search,
  pages,
  cache,
  common,
  files,
  cmsState,
})
const server = await listen(config, answering).catch(async (error: NodeJS.ErrnoException) => {
  log.fatal({ code: error.code, port: config.site.port }, 'port-not-available')
  await worker.stop()
  process.exit(1)
})
log.info({ host: config.site.host, port: config.site.port }, 'listening')

const LONGEST_FINISH_MS = 6_000
const LONGEST_STOP_MS = 9_500

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

/** Without a good place on disk the site goes on without. */
async function openFiles(): Promise<PageFiles | null> {
  const onError = (error: unknown) => log.error({ err: error }, 'page-files')
  const onDamage = (path: string) =>
    log.error({ code: 'page_file_damaged', path }, 'A page on disk was not as it was written.')
  try {
    await openPagesFolder(config)
    const folder = await buildFolder(config.pagesDir, config.site.publicUrl)
    return await openPageFiles({ folder, maxBytes: config.limits.pageFiles, onError, onDamage })
  } catch (error) {
    onError(error)
    return null
  }
}

/** Requests first, then the worker with its database; the process ends by itself after that. */
async function stop(): Promise<void> {
  log.info('stopping')
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
  await server.finish(LONGEST_FINISH_MS)
  await search.stop()
  await worker.stop()
  await pageFiles?.stop()
  log.info('stopped')
}
