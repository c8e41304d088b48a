import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddressReader } from '#cms/access/client-address.ts'
import { networkOf } from '#cms/access/network.ts'
import { ADDRESS_HEADER } from '#cms/access/request-address.ts'
import type { Config } from '#shared/config.ts'
import { AnonymousLane } from './anonymous-lane.ts'
import { dropOddHeaders } from './odd-headers.ts'
import { judgeRequest, pathOf } from './judge-request.ts'
import { refuse } from './refusals.ts'
import { adminPolicy, isSecure, securityHeaders } from './security-headers.ts'
import { admitCookies, boundCookies, sessionReader } from './session.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const MEGABYTE = 1024 * 1024
/** What comes after a server has answered is heard no longer than this. */
const LAST_WORDS_MS = 500
/** A body that is no upload is sent within this time. */
const LONGEST_BODY_MS = 30_000
const RETRY_SECONDS = 5

/** Everything that stands before Next: headers, judgement, the client's address, turns of strangers. */
export function requestHandler(config: Config, next: Handler): Handler {
  const common = securityHeaders(config)
  const addressOf = clientAddressReader(config.trustedProxies)
  const hasSession = sessionReader(config.secret)
  const lane = new AnonymousLane()
  const isBehindTls = isSecure(config.cms.publicUrl)
  const form = Math.max(config.limits.image, config.limits.file) * 2 + 3 * MEGABYTE
  const limits = { public: MEGABYTE, staff: 9 * MEGABYTE, form }

  return async (request, response) => {
    for (const [name, value] of common) response.setHeader(name, value)
    endWithAnswer(request, response)
    const path = pathOf(request.url ?? '') ?? ''
    if (path === '/healthz') return answerHealth(response)
    if (isBehindTls) {
      admitCookies(request)
      bindCookies(response)
    }
    const address = addressOf(request)
    request.headers[ADDRESS_HEADER] = address
    dropOddHeaders(request)
    const isPublic = !hasSession(request)
    const judged = judgeRequest(request, isPublic, limits)
    if (judged) {
      return refuse(request, response, judged.status, judged.allow ? { allow: judged.allow } : {})
    }
    if (path.startsWith('/_next/static/')) return next(request, response)
    if (path.startsWith('/api/')) response.setHeader('cache-control', 'no-store')
    if (/^\/admin(\/|$)/.test(path)) openForAdmin(request, response, !config.production)
    if (!isPublic) return answerStaff(request, response)
    return answerStranger(request, response, networkOf(address))
  }

  async function answerStaff(request: IncomingMessage, response: ServerResponse): Promise<void> {
    lane.staffIsHere()
    response.once('close', () => lane.staffIsHere())
    await next(request, response)
  }

  async function answerStranger(
    request: IncomingMessage,
    response: ServerResponse,
    network: string,
  ): Promise<void> {
    limitBodyTime(request)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const end = await lane.enter(network, gone.signal)
    if (end === null) {
      if (response.closed) return
      return refuse(request, response, 503, { 'retry-after': String(RETRY_SECONDS) })
    }
    response.once('close', end)
    if (response.closed) end()
    else await next(request, response)
  }
}

/** The page may run the scripts that carry this answer's nonce; Next reads it from the request. */
function openForAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  isDevelopment: boolean,
): void {
  const policy = adminPolicy(randomBytes(16).toString('base64'), isDevelopment)
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
}

/** Node would read to its end what a client still sends after the answer, however long it is. */
function endWithAnswer(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return
    const timer = setTimeout(() => !request.complete && request.socket.destroy(), LAST_WORDS_MS)
    timer.unref()
  })
}

function limitBodyTime(request: IncomingMessage): void {
  const timer = setTimeout(() => !request.complete && request.socket.destroy(), LONGEST_BODY_MS)
  timer.unref()
  request.once('close', () => clearTimeout(timer))
}

function bindCookies(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...words: unknown[]) => ServerResponse
  response.writeHead = (...words: unknown[]) => {
    const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String)
    if (cookies.length > 0) response.setHeader('set-cookie', boundCookies(cookies))
    return writeHead(...words)
  }
}

function answerHealth(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
  response.end('ok')
}
