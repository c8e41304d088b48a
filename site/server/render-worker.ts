import { parentPort, workerData } from 'node:worker_threads'
import { forgetAudit } from '#cms/audit/forget.ts'
import { changeLogOf, forgetChanges } from '#cms/database/change-log.ts'
import { codeOf, isUnwritable } from '#cms/database/unwritable.ts'
import { isRefusedForNow } from '#cms/database/write-stop.ts'
import { readConfig } from '#shared/config.ts'
import { KeptValues } from '#site/data/kept-values.ts'
import { NewsIndex } from '#site/data/news-index/news-index.ts'
import { closePortal, openPortal } from '#site/data/portal.ts'
import { forgetSearches, searchCounts } from '#site/data/search/count-searches.ts'
import { portalContent } from '#site/data/search/content/portal-content.ts'
import { visitGroups } from '#site/data/visit-groups.ts'
import { forgetVisitors } from '#site/data/visits.ts'
import type { Search } from '#site/search/question.ts'
import { followChanges } from './follow-changes.ts'
import { createLog } from './log.ts'
import { answerCall, remoteCalls } from './remote-calls.ts'
import { createPageRenderer } from './render-page.ts'
import { SEARCH_CALLS } from './search-thread.ts'
import { standBack } from './thread-priority.ts'
import type {
  TaskName,
  WorkerOrder,
  WorkerReply,
  WorkerStart,
  WorkerTasks,
} from './worker-tasks.ts'

const FORGET_EVERY_MS = 5 * 60_000

// The one place of the site that holds the database: Astro and Payload live in this worker.

if (!parentPort) throw new Error('render-worker.ts runs as a worker of main.ts')
standBack('render')
const port = parentPort
const config = readConfig()
const log = createLog(config)
const portal = await openPortal(config)
const kept = new KeptValues()
const news = new NewsIndex(portal)
let isDatabaseThere = true
let lastUnwritable: string | null = null
const changes = followChanges(
  changeLogOf(portal),
  (workerData as WorkerStart).position,
  async (seen) => {
    await news.renew(seen.tags)
    // First here: what is rendered after the main thread has heard of it must not use old parts.
    kept.purge(seen.tags)
    reply({ changes: seen })
  },
  (error) => {
    log.warn({ err: error }, 'changes-not-read')
    tellDatabase(false)
  },
  () => tellDatabase(true),
)
// Whatever is rendered from now on is younger than the position.
await changes.caughtUp
const visits = visitGroups(portal)
const content = portalContent(portal)
const search = remoteCalls<Search>(SEARCH_CALLS, (call) => reply({ asks: call }))
const counts = searchCounts(portal, (error) => {
  if (!isRefusedForNow(error)) log.warn({ err: error }, 'searches-not-counted')
})
const renderPage = await createPageRenderer(portal, config, log, kept, news, search.target, counts)

const tasks: { [Name in TaskName]: (input: WorkerTasks[Name]['input']) => Promise<unknown> } = {
  page: renderPage,
  visits: visits.count,
  content: (call) => answerCall(content, call),
  check: async () => {
    await portal.find({ collection: 'visit-counts', limit: 1, depth: 0, pagination: false })
    return null
  },
}

port.on('message', (order: WorkerOrder) => {
  if (order === 'stop') void stop()
  else if ('answered' in order) search.settle(order)
  else void perform(order)
})
reply('ready')
setInterval(() => void forget(), FORGET_EVERY_MS).unref()
void forget()

/** Whoever waits for a page need not wait until its own reading fails. */
function tellDatabase(isThere: boolean): void {
  if (isThere === isDatabaseThere) return
  isDatabaseThere = isThere
  reply({ isDatabaseThere })
}

function reply(message: WorkerReply): void {
  port.postMessage(message)
}

async function perform(order: Extract<WorkerOrder, { task: TaskName }>): Promise<void> {
  try {
    const run = tasks[order.task] as (input: unknown) => Promise<unknown>
    const output = await run(order.input)
    port.postMessage({ id: order.id, output }, transferable(output))
    if (order.task === 'visits') lastUnwritable = null
  } catch (error) {
    if (isUnwritable(error)) tellUnwritable(order.task, codeOf(error))
    // Expected while the content is being copied: its sender is told to come again.
    else if (isRefusedForNow(error)) log.debug({ task: order.task }, 'task-refused')
    else log.error({ err: error, task: order.task }, 'task-failed')
    reply({ id: order.id, failed: true })
  }
}

/** Once, and again when it is something else: a full disk refuses hundreds of visits. */
function tellUnwritable(task: TaskName, because: string): void {
  if (because !== lastUnwritable) log.warn({ code: 'database_not_writable', task, because })
  lastUnwritable = because
}

async function forget(): Promise<void> {
  const now = new Date()
  await Promise.all([
    forgetVisitors(portal, now),
    forgetChanges(portal, now),
    forgetAudit(portal, now),
    forgetSearches(portal, now),
  ]).catch((error: unknown) => log.error({ err: error }, 'old-rows-not-forgotten'))
}

/** The body is handed over, not copied. */
function transferable(output: unknown): ArrayBuffer[] {
  const body = (output as { body?: unknown } | null)?.body
  return body instanceof Uint8Array && body.buffer instanceof ArrayBuffer ? [body.buffer] : []
}

/** Ending by itself, with the database closed: to be ended from outside would abort the process. */
async function stop(): Promise<void> {
  changes.stop()
  await visits.settled()
  await counts.stop()
  await closePortal(portal)
  port.close()
}
