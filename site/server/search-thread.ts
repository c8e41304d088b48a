import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { SearchContent } from '#site/search/content.ts'
import type { SearchOrder, SearchReply, SearchStart, SearchState } from '#site/search/messages.ts'
import type { Search } from '#site/search/question.ts'
import { answerCall, CallFailedError, remoteCalls, type RemoteCalls } from './remote-calls.ts'

/** The search worker, as the main thread has it. */
export interface SearchThread {
  /** @throws CallFailedError where there is no index yet, or the worker is gone or too slow */
  readonly search: Search
  /** Something public was changed. */
  changed(): void
  state(): SearchState
  stop(): Promise<void>
}

const NO_INDEX: SearchState = { items: 0, isWhole: false, isChanged: false }
const LIMIT_MS = 5_000
/** For what a page can do without: a worker that is building answers in between. */
const SOON_MS = 50
const FIRST_BACKOFF_MS = 250
const LONGEST_BACKOFF_MS = 10_000
/** The index is on disk; what the worker holds of it in JavaScript is its words and its rows. */
const MOST_MEMORY_MB = 256
/** Results live for a moment: without a limit V8 lets much of what they leave lie. */
const MOST_NEW_MB = 16
export const SEARCH_CALLS = ['find', 'list', 'suggest', 'alike'] as const satisfies (keyof Search)[]

/**
 * Starts the search worker, and starts it anew whenever it ends.
 * @param content is read for it where the database is open
 * @param onChanged is told when answers may be others than before
 */
export function startSearch(
  script: URL,
  start: SearchStart,
  content: SearchContent,
  log: Logger,
  onChanged: () => void = () => {},
): SearchThread {
  let worker: Worker | null = null
  let calls: RemoteCalls<Search> | null = null
  let state = NO_INDEX
  let failures = 0
  let lastFailure: string | null = null
  let isStopping = false
  let whenGone = Promise.resolve()

  const post = (order: SearchOrder) => worker?.postMessage(order)

  const launch = () => {
    if (isStopping) return
    const launched = new Worker(script, {
      name: 'search',
      workerData: start,
      resourceLimits: {
        maxOldGenerationSizeMb: MOST_MEMORY_MB,
        maxYoungGenerationSizeMb: MOST_NEW_MB,
      },
    })
    worker = launched
    calls = remoteCalls<Search>(SEARCH_CALLS, post)
    launched.on('message', receive)
    launched.on('error', (error) => log.error({ err: error }, 'search-failed'))
    whenGone = new Promise((resolve) => launched.once('exit', () => resolve(settleExit())))
  }

  const receive = (reply: SearchReply) => {
    if ('answered' in reply) calls?.settle(reply)
    else if ('asks' in reply) void answerCall(content, reply.asks).then(post)
    else if (reply.tells === 'building') log.info('search-index-is-built')
    else if ('failed' in reply.tells) {
      // It is tried again every few seconds, for as long as the database is away.
      if (reply.tells.failed !== lastFailure) log.warn(reply.tells, 'search-not-caught-up')
      lastFailure = reply.tells.failed
    } else {
      if (reply.tells.isWhole && !state.isWhole) log.info(reply.tells, 'search-ready')
      state = reply.tells
      failures = 0
      lastFailure = null
      if (state.isChanged) onChanged()
    }
  }

  const settleExit = () => {
    worker = null
    state = NO_INDEX
    calls?.failAll('The search worker has ended.')
    if (isStopping) return
    failures += 1
    const delay = Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS)
    log.warn({ delay, failures }, 'search-restarts')
    setTimeout(launch, delay).unref()
  }

  const ask = <Answer>(
    call: (search: Search) => Promise<Answer>,
    limitMs = LIMIT_MS,
  ): Promise<Answer> => {
    if (!worker || !calls) return Promise.reject(new CallFailedError('The search is not running.'))
    return within(limitMs, call(calls.target))
  }

  const askSoon: Search['alike'] = (title, others) =>
    state.isWhole
      ? ask((search) => search.alike(title, others), SOON_MS)
      : Promise.reject(new CallFailedError('The index is being built.'))

  launch()
  return {
    search: {
      find: (question) => ask((search) => search.find(question)),
      list: (typed, collection) => ask((search) => search.list(typed, collection)),
      suggest: (typed) => ask((search) => search.suggest(typed)),
      alike: askSoon,
    },
    changed: () => post('changed'),
    state: () => state,
    stop: async () => {
      isStopping = true
      post('stop')
      await whenGone
    },
  }
}

async function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallFailedError('The search takes too long.')), ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
