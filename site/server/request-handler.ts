import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Config } from '#shared/config.ts'
import type { CmsState } from '#shared/cms-state.ts'
import { ROUTES } from '#shared/routes.ts'
import { clientAddressReader } from '#cms/access/client-address.ts'
import { networkOf } from '#cms/access/network.ts'
import { directAnswer } from './direct-hits/direct-answer.ts'
import type { DirectAnswer } from './direct-hits/direct-connections.ts'
import { displayOf, keepDisplay, withDisplay } from './display.ts'
import { parseFilePath, serveDownload } from './downloads.ts'
import { errorPage } from './error-page.ts'
import {
  RenderUnavailable,
  type FinishedResponse,
  type PageRequest,
  type PageSource,
} from './exchange.ts'
import type { Header } from './exchange.ts'
import { hasGoodHost } from './host.ts'
import { HotPages } from './hot-pages.ts'
import { bestEncoding } from './encoding.ts'
import { keyOf, type PageCache } from './page-cache/page-cache.ts'
import { sendPage } from './page-cache/send-page.ts'
import { keptForm } from './kept-form.ts'
import { metricsAccess } from './metrics-access.ts'
import { operations } from './operations.ts'
import { isFormPath, isInternalPath, isSameForAll, postOf, readingOf } from './page-requests.ts'
import { rateLimit } from './rate-limit.ts'
import { refusedRequests, type RefusedRequests } from './refused-requests.ts'
import { BodyRefused, drain, drainBeforeClosing, readBody } from './request-body.ts'
import { movedTo, parseTarget } from './request-target.ts'
import type { SearchThread } from './search-thread.ts'
import { sendAnswer } from './send-answer.ts'
import { suggestionRoute } from './suggestions.ts'
import type { StaticFiles } from './static-files.ts'
import { visitRoutes } from './visit-routes.ts'
import { warnOfProxy } from './warn-of-proxy.ts'
import type { WorkerClient } from './worker-client.ts'

export interface Surroundings {
  readonly config: Config
  readonly log: Logger
  readonly worker: WorkerClient
  readonly search: SearchThread
  /** Renders what is for one reader alone. */
  readonly pages: PageSource
  readonly cache: PageCache
  /** Headers of every answer. */
  readonly common: readonly Header[]
  readonly files: StaticFiles
  readonly cmsState: () => CmsState | null
}

export interface Answering {
  /** Answers every request of the site; it never throws and never hangs. */
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Answers what is no request at all. */
  readonly refused: RefusedRequests
  /** Answers what is asked for most, before node:http has a look at it. */
  readonly direct: DirectAnswer
}

/** Of one network; searches beyond are answered, but not counted. */
const SEARCHES_PER_MINUTE = 60

/** All answers of the site. */
export function requestHandler(surroundings: Surroundings): Answering {
  const { config, log, worker, search, pages, cache, common, files, cmsState } = surroundings
  const addressOf = clientAddressReader(config.trustedProxies, warnOfProxy(log))
  const mayReadMetrics = metricsAccess(config)
  const hot = new HotPages(cache)
  const fields = new Map(common)
  const watch = operations(worker, search, cache, cmsState)
  const isSearchCounted = rateLimit(SEARCHES_PER_MINUTE, 60_000)
  const suggest = suggestionRoute(search.search)
  const visits = visitRoutes(worker, config)
  const refused = refusedRequests(common, watch.countHit)

  return {
    handle(request, response) {
      refused.note(request, response)
      if (hasGoodHost(request) && hot.serve(request, response)) watch.countHit(response.statusCode)
      else void answerWithCare(request, response)
    },
    refused,
    direct: directAnswer(hot, watch.countDirect),
  }

  async function answerWithCare(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now()
    try {
      const answer = await answerFor(request, response)
      if (answer) await send(request, response, answer)
    } catch (error) {
      await sendFailure(request, response, error)
    }
    drain(request)
    const ms = performance.now() - startedAt
    watch.count(response.statusCode, ms)
    log.debug({ method: request.method, status: response.statusCode, ms }, 'request')
  }

  /** The answer to send; `null` where a file was sent already. */
  async function answerFor(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<FinishedResponse | null> {
    if (!hasGoodHost(request)) return errorPage(400, [['connection', 'close']])
    if (!/^100-continue$/i.test(request.headers.expect ?? '100-continue')) return errorPage(417)
    const target = parseTarget(request.url ?? '')
    if (target.kind === 'refused') return errorPage(target.status)
    if (target.kind === 'moved') return movedTo(target.location)
    const { path, query } = target
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return read(request, response, path, query)
      case 'POST':
        return post(request, path, query)
      default:
        return errorPage(405, [['allow', 'GET, HEAD, POST']])
    }
  }

  async function read(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): Promise<FinishedResponse | null> {
    if (path === ROUTES.health) return watch.health()
    if (path === ROUTES.ready) return watch.ready()
    if (path === ROUTES.metrics && mayReadMetrics(request)) return watch.metrics()
    if (path === ROUTES.suggestions) return suggest(query, addressOf(request))
    if (path === ROUTES.visitPixel) return visits.pixel(request, query, addressOf(request))
    if (path === ROUTES.display || path === ROUTES.visit) {
      return errorPage(405, [['allow', 'POST']])
    }
    if (files.has(path)) {
      response.setHeaders(fields)
      await files.serve(request, response, path)
      return null
    }
    if (path.startsWith(`${ROUTES.files}/`)) {
      response.setHeaders(fields)
      const file = parseFilePath(path)
      const isSent = file && (await serveDownload(request, response, config, file, query))
      return isSent ? null : errorPage(404)
    }
    const page = isInternalPath(path) ? '/404' : path
    const address = addressOf(request)
    const isCounted = page !== ROUTES.search || isSearchCounted(networkOf(address))
    const wanted = { ...readingOf(request, page, query, address), isCounted }
    if (!isSameForAll(wanted) || displayOf(request)) return answerPage(request, wanted)
    await sendCached(request, response, wanted)
    return null
  }

  /** The very bytes that everyone gets. */
  async function sendCached(
    request: IncomingMessage,
    response: ServerResponse,
    wanted: PageRequest,
  ): Promise<void> {
    const cached = await cache.page(wanted)
    const variant = await cached.variant(bestEncoding(request.headers['accept-encoding']))
    await drainBeforeClosing(request)
    sendPage(request, response, cached.answer.status, variant)
    hot.remember(request.url ?? '', keyOf(wanted))
  }

  async function post(
    request: IncomingMessage,
    path: string,
    query: string,
  ): Promise<FinishedResponse> {
    if (path === ROUTES.visit) return visits.beacon(request, addressOf(request))
    if (path !== ROUTES.display && !isFormPath(path)) {
      return errorPage(405, [['allow', 'GET, HEAD']])
    }
    const body = await readBody(request, config.limits.form)
    if (path === ROUTES.display) {
      return keepDisplay(request, new URLSearchParams(new TextDecoder().decode(body)), config)
    }
    const answered = answerPage(request, postOf(request, path, query, addressOf(request), body))
    const answer = await answered.catch((error: unknown) => {
      if (!(error instanceof RenderUnavailable)) throw error
      log.warn({ because: error.message }, 'page-unavailable')
      return null
    })
    if (answer && answer.status !== 500) return answer
    return keptForm(answer ? 500 : 503, path, body, request.headers['content-type'])
  }

  /** A page as this reader gets it: in the chosen display, and uncached where it holds a form. */
  async function answerPage(
    request: IncomingMessage,
    wanted: PageRequest,
  ): Promise<FinishedResponse> {
    const answer = isSameForAll(wanted)
      ? (await cache.page(wanted)).answer
      : await pages.answer(wanted)
    const own = isFormPath(wanted.path) ? withoutCaching(answer) : answer
    const display = displayOf(request)
    return display ? withDisplay(own, display) : own
  }

  async function send(
    request: IncomingMessage,
    response: ServerResponse,
    answer: FinishedResponse,
  ): Promise<void> {
    await drainBeforeClosing(request)
    await sendAnswer(request, response, answer, common)
  }

  async function sendFailure(request: IncomingMessage, response: ServerResponse, error: unknown) {
    if (response.headersSent || response.destroyed) {
      response.destroy()
      return
    }
    if (error instanceof RenderUnavailable) log.warn({ because: error.message }, 'page-unavailable')
    else if (!(error instanceof BodyRefused)) log.error({ err: error }, 'request-failed')
    await send(request, response, errorPage(statusFor(error)))
  }
}

function statusFor(error: unknown) {
  if (error instanceof BodyRefused) return error.status
  return error instanceof RenderUnavailable ? 503 : 500
}

/** A form carries a signed time, and perhaps what somebody typed. */
function withoutCaching(answer: FinishedResponse): FinishedResponse {
  const kept = answer.headers.filter(([name]) => name !== 'cache-control')
  return { ...answer, headers: [...kept, ['cache-control', 'private, no-store']] }
}
