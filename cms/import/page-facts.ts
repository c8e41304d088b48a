import { repairText } from '#shared/vietnamese/repair.ts'
import { isCategoryName } from './junk.ts'
import { safeAddress } from './inline-html.ts'

/** What a page says about itself outside its text. */
export interface PageFacts {
  title?: string
  summary?: string
  byline?: string
  category?: string
  publishedAt?: string
  /** Where the page was, for its relative addresses. */
  base?: string
  attachments: string[]
  pictures: string[]
}

/** Reads head, microdata and breadcrumb of a page. */
export function readPageFacts(document: Document): PageFacts {
  const base = baseOf(document)
  const headings = [...document.querySelectorAll('h1')].map((heading) =>
    repairText(heading.textContent ?? ''),
  )
  const title = headings.filter(Boolean).length === 1 ? headings.find(Boolean) : undefined
  return clean({
    title: title ?? meta(document, 'og:title') ?? titleOf(document),
    summary: meta(document, 'description', 'og:description'),
    byline: meta(document, 'author', 'article:author'),
    category: meta(document, 'article:section') ?? breadcrumbOf(document, title),
    publishedAt:
      meta(document, 'article:published_time', 'datePublished', 'pubdate') ??
      document.querySelector('time[datetime]')?.getAttribute('datetime') ??
      undefined,
    base,
    attachments: [],
    pictures: [],
  })
}

function baseOf(document: Document): string | undefined {
  const candidates = [
    document.querySelector('base[href]')?.getAttribute('href'),
    document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ]
  return (
    candidates
      .map((address) => safeAddress(address ?? null))
      .find((address) => address?.startsWith('http')) ?? undefined
  )
}

function meta(document: Document, ...names: string[]): string | undefined {
  for (const name of names) {
    const element = document.querySelector(
      `meta[name="${name}"], meta[property="${name}"], meta[itemprop="${name}"]`,
    )
    const content = repairText(element?.getAttribute('content') ?? '')
    if (content) return content
  }
  return undefined
}

function breadcrumbOf(document: Document, title: string | undefined): string | undefined {
  const trail = document.querySelector('.breadcrumb, .breadcrumbs, [aria-label=breadcrumb i]')
  const parts = repairText(trail?.textContent ?? '')
    .split(/[/›»>|]/u)
    .map((part) => part.trim())
  const items = [...(trail?.querySelectorAll('li, a') ?? [])].map((item) =>
    repairText(item.textContent ?? ''),
  )
  const names = (items.length > 1 ? items : parts).filter((name) => name && name !== title)
  const last = names.at(-1)
  return last && isCategoryName(last) ? last : undefined
}

// "Bài viết - Cổng thông tin": the site's name follows the title.
function titleOf(document: Document): string | undefined {
  const title = repairText(document.title)
  return title.split(/ [|–-] (?=[^|–-]*$)/u)[0] || undefined
}

function clean(facts: PageFacts): PageFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as PageFacts
}
