import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { networkOf } from '#cms/access/network.ts'
import { ROUTES } from '#shared/routes.ts'
import type { Config } from '#shared/config.ts'
import { RenderUnavailable, type FinishedResponse } from './exchange.ts'
import { memberLimit, rateLimit } from './rate-limit.ts'
import { readBody } from './request-body.ts'
import { parseTarget } from './request-target.ts'
import { gatherVisits } from './gather-visits.ts'
import type { WorkerClient } from './worker-client.ts'

const BODY_LIMIT = 4_096
/** Reports of one network. */
const PER_MINUTE = 120
/**
 * Different visitors of one network. Behind an address that many share (an office, a school, mobile
 * readers) people differ here by their agents alone, of which an office has some tens, and mobile
 * readers of one address some hundred a day.
 */
const VISITORS_PER_HOUR = 120

/** The two ways in which a page reports that it was seen: the beacon, and a picture without scripts. */
export function visitRoutes(worker: WorkerClient, config: Config) {
  const isWithinRate = rateLimit(PER_MINUTE, 60_000)
  const isVisitorLetIn = memberLimit(VISITORS_PER_HOUR, 60 * 60_000)
  const count = gatherVisits(worker)
  // Of addresses and agents nothing is kept, here neither.
  const salt = randomBytes(32)

  const isWithinLimit = (request: IncomingMessage, clientAddress: string): boolean => {
    const network = networkOf(clientAddress)
    const visitor = createHmac('sha256', salt).update(`${clientAddress}\n${agentOf(request)}`)
    const member = visitor.digest('base64url').slice(0, 12)
    return isWithinRate(network) && isVisitorLetIn(network, member)
  }
  const record = (request: IncomingMessage, page: string, clientAddress: string) =>
    count({ path: page, clientAddress, userAgent: agentOf(request) })

  return {
    /** `POST /luot-xem` with `path=…`: the totals, once the visit is on disk. */
    async beacon(request: IncomingMessage, clientAddress: string): Promise<FinishedResponse> {
      if (!comesFromOurPages(request, config)) return json(403, { error: 'foreign-origin' })
      if (!isWithinLimit(request, clientAddress)) return json(429, { error: 'too-many' })
      const body = await readBody(request, BODY_LIMIT)
      const page = pagePathIn(new URLSearchParams(new TextDecoder().decode(body)))
      if (!page) return json(400, { error: 'bad-path' })
      try {
        return json(200, await record(request, page, clientAddress))
      } catch (error) {
        if (error instanceof RenderUnavailable) return json(503, { error: 'unavailable' })
        throw error
      }
    },

    /** `GET /luot-xem.gif?path=…`: always the picture; only a good report counts. */
    async pixel(
      request: IncomingMessage,
      query: string,
      clientAddress: string,
    ): Promise<FinishedResponse> {
      const page = pagePathIn(new URLSearchParams(query))
      const isForeign = !['same-origin', undefined].includes(site(request))
      if (page && !isForeign && isWithinLimit(request, clientAddress)) {
        await record(request, page, clientAddress).catch((error: unknown) => {
          if (!(error instanceof RenderUnavailable)) throw error
        })
      }
      return answer(200, 'image/gif', PIXEL)
    },
  }
}

function agentOf(request: IncomingMessage): string {
  return (request.headers['user-agent'] ?? '').slice(0, 500)
}

const PIXEL = Uint8Array.from(
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
)
/** The shape of every public page's path (shared/routes.ts). */
const PAGE_PATH = /^\/$|^(?:\/[a-z\d][a-z\d-]{0,199}){1,6}$/
const NO_PAGES: ReadonlySet<string> = new Set(
  [ROUTES.files, ROUTES.display, ROUTES.preview, ROUTES.visit, ROUTES.feed].map(String),
)

function pagePathIn(form: URLSearchParams): string | null {
  const target = parseTarget(form.get('path') ?? '')
  if (target.kind !== 'path' || !PAGE_PATH.test(target.path)) return null
  return NO_PAGES.has(`/${target.path.split('/')[1]}`) ? null : target.path
}

function comesFromOurPages(request: IncomingMessage, config: Config): boolean {
  const { origin, host } = request.headers
  if (site(request) !== undefined) return site(request) === 'same-origin'
  return (
    origin === config.site.publicUrl || (origin !== undefined && URL.parse(origin)?.host === host)
  )
}

function site(request: IncomingMessage): string | undefined {
  return [request.headers['sec-fetch-site']].flat()[0]
}

function json(status: number, content: object): FinishedResponse {
  return answer(status, 'application/json', new TextEncoder().encode(JSON.stringify(content)))
}

function answer(status: number, type: string, body: Uint8Array<ArrayBuffer>): FinishedResponse {
  const headers = [
    ['content-type', type],
    ['cache-control', 'no-store'],
  ] as const
  return { status, headers, body, tags: [], expiresAt: null }
}
