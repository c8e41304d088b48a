import type { Payload } from 'payload'
import type { Logger } from 'pino'
import type { Config } from '#shared/config.ts'
import { ROUTES } from '#shared/routes.ts'
import { createPageContext } from '#site/data/page-context.ts'
import type { KeptValues } from '#site/data/kept-values.ts'
import type { NewsIndex } from '#site/data/news-index/news-index.ts'
import type { Search } from '#site/search/question.ts'
import type { SearchCounts } from '#site/data/search/count-searches.ts'
import { openPreview } from '#site/data/preview.ts'
import type { RenderOptions } from './astro-entry.ts'
import { errorPage } from './error-page.ts'
import { encodePath } from './request-target.ts'
import type { FinishedResponse, Header, PageRequest } from './exchange.ts'

type Render = (request: Request, options: RenderOptions) => Promise<Response>

/** Loads the built site and gives the function that renders one of its pages. */
export async function createPageRenderer(
  portal: Payload,
  config: Config,
  log: Logger,
  kept: KeptValues,
  news: NewsIndex,
  search: Search,
  counts: SearchCounts,
) {
  const { render } = (await import(BUILT_ENTRY)) as { render: Render }

  return async (request: PageRequest): Promise<FinishedResponse> => {
    const preview =
      request.path === ROUTES.preview
        ? await openPreview(portal, config.secret, new URLSearchParams(request.query), new Date())
        : null
    if (preview?.kind === 'refused') return errorPage(REFUSALS[preview.because])
    const { page, dependencies } = createPageContext(
      portal,
      preview?.viewer,
      new Date(),
      kept,
      news,
      search,
      request.isCounted === false ? null : counts,
    )
    const response = await render(toWebRequest(request, preview?.path, config), {
      locals: { page },
      clientAddress: request.clientAddress,
    })
    const { tags, expiresAt, lacking } = dependencies()
    if (lacking) throw new Error(`${request.path} lacks ${lacking}.`)
    // A form that says 503 has told by itself what it could not store.
    if (response.status >= 500 && response.status !== 503)
      log.error({ path: request.path }, 'page-failed')
    return {
      status: response.status,
      headers: preview ? [...headersOf(response), ...PREVIEW_HEADERS] : headersOf(response),
      body: preview ? encode(preview.withFiles(await response.text())) : await response.bytes(),
      tags,
      expiresAt: expiresAt?.getTime() ?? null,
    }
  }
}

const BUILT_ENTRY = new URL('../../dist/site/server/entry.mjs', import.meta.url).href

const PREVIEW_HEADERS: readonly Header[] = [
  ['cache-control', 'private, no-store'],
  ['x-robots-tag', 'noindex'],
]

const REFUSALS = { link: 403, absent: 404, 'no-address': 409 } as const

/** The address is always the public one: a strange Host header never reaches a page. */
function toWebRequest(request: PageRequest, path: string | undefined, config: Config): Request {
  const url = config.site.publicUrl + (path ?? `${encodePath(request.path)}${request.query}`)
  return new Request(url, {
    method: request.method,
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    body: request.body,
  })
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function headersOf(response: Response): Header[] {
  return [...response.headers].filter(([name]) => name !== 'content-length')
}
