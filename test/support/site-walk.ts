import { ROUTES } from '#shared/routes.ts'

/** An address of the site that was asked for, and where it was found. */
export interface Visited {
  readonly path: string
  readonly foundOn: string
  readonly status: number
  readonly location: string | null
  readonly type: string
  readonly body: string
}

const SIDE_BY_SIDE = 6

/**
 * Follows every address of this site from the given ones on, in pages, feeds and site maps. Links
 * with a query are asked for, but not followed on: filters have more combinations than content.
 */
export async function walkSite(
  siteUrl: string,
  starts: readonly string[] = ['/', '/sitemap.xml', '/robots.txt'],
): Promise<Map<string, Visited>> {
  const visited = new Map<string, Visited>()
  const waiting = starts.map((path) => ({ path, foundOn: '' }))
  const known = new Set(starts)
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const page = await visit(siteUrl, next.path, next.foundOn)
      visited.set(next.path, page)
      if (next.path.includes('?')) continue
      for (const path of addressesIn(page, siteUrl)) {
        if (known.has(path)) continue
        known.add(path)
        waiting.push({ path, foundOn: next.path })
      }
    }
  }
  // A worker may run dry while another still finds addresses.
  while (waiting.length > 0) await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  return visited
}

async function visit(siteUrl: string, path: string, foundOn: string): Promise<Visited> {
  const response = await fetch(siteUrl + path, { redirect: 'manual' })
  const type = response.headers.get('content-type') ?? ''
  const isText = /^(text\/|application\/(json|.*xml|javascript))/.test(type)
  const body = isText
    ? await response.text()
    : Buffer.from(await response.bytes()).toString('latin1')
  return {
    path,
    foundOn,
    status: response.status,
    location: response.headers.get('location'),
    type,
    body,
  }
}

/** Paths with their queries; what lies on other sites is left out, and so is the visit counter. */
function addressesIn({ path, type, body, location }: Visited, siteUrl: string): string[] {
  const raw = location ? [location] : []
  if (type.startsWith('text/html')) raw.push(...inHtml(body))
  else if (/xml/.test(type)) raw.push(...inXml(body))
  else if (type.startsWith('text/css')) raw.push(...inCss(body))
  return raw.flatMap((address) => {
    const url = URL.parse(address, siteUrl + path)
    const isOurs = url?.origin === siteUrl && url.pathname !== ROUTES.visitPixel
    return isOurs ? [url.pathname + url.search] : []
  })
}

function inHtml(html: string): string[] {
  const found = [...html.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)].map(
    ([, value]) => value ?? '',
  )
  for (const [, set = ''] of html.matchAll(/\ssrcset="([^"]*)"/g)) {
    found.push(...set.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''))
  }
  for (const [form] of html.matchAll(/<form\b[^>]*>/g)) {
    const action = /\saction="([^"]*)"/.exec(form)?.[1]
    if (action && !/method="post"/i.test(form)) found.push(action)
  }
  // Open Graph and JSON-LD name addresses too.
  found.push(...[...html.matchAll(/"(https?:\/\/[^"\s]+)"/g)].map(([, value]) => value ?? ''))
  return found
    .map(decodeEntities)
    .filter((address) => !/^(data|mailto|tel|javascript):/.test(address))
}

function inXml(xml: string): string[] {
  const texts = [...xml.matchAll(/<(?:loc|link|guid)[^>]*>([^<]+)</g)].map(
    ([, value]) => value ?? '',
  )
  const attributes = [...xml.matchAll(/\s(?:href|url)="([^"]+)"/g)].map(([, value]) => value ?? '')
  return [...texts, ...attributes].map((value) => decodeEntities(value.trim()))
}

function inCss(css: string): string[] {
  return [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, value]) => value ?? '')
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
