import { listTag } from '#shared/cache-tags.ts'
import { feedPath, ROUTES } from '#shared/routes.ts'
import { absoluteUrl } from './addresses.ts'
import { categoryListTags, loadCategories, withDescendants } from './categories.ts'
import { currentNews, newsCards, type NewsCard } from './news-cards.ts'
import { ALL_NEWS, inCategories } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'
import { loadCentre } from './site-settings.ts'
import { escapeXml, textElement } from '#shared/xml.ts'

const ITEMS = 30

/**
 * The newest news as RSS 2.0 (https://www.rssboard.org/rss-specification): all of them, or those of
 * a category and what is below it; `null` when there is no such category.
 */
export async function newsFeed(page: PageContext, slugPath?: string): Promise<string | null> {
  const { byId } = await loadCategories(page)
  const category = slugPath ? [...byId.values()].find((one) => one.slugPath === slugPath) : null
  if (slugPath && !category) return null
  page.tag(...(category ? categoryListTags(category) : [listTag('news')]))
  const selection = category ? inCategories(withDescendants(category)) : ALL_NEWS
  const listed = (await currentNews(page)).cut(selection, ITEMS)
  const [centre, cards] = await Promise.all([
    loadCentre(page),
    newsCards(page, listed, { withoutPictures: true }),
  ])
  return channel({
    title: category ? `${category.title} | ${centre.shortName}` : centre.name,
    description: category?.description || centre.description,
    link: category?.path ?? ROUTES.news,
    self: feedPath(category?.slugPath),
    cards,
  })
}

interface Channel {
  readonly title: string
  readonly description: string
  readonly link: string
  readonly self: string
  readonly cards: readonly NewsCard[]
}

function channel({ title, description, link, self, cards }: Channel): string {
  const newest = cards[0]?.publishedAt
  return [
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    textElement('title', title),
    textElement('link', absoluteUrl(link)),
    textElement('description', description),
    textElement('language', 'vi'),
    `<atom:link href="${escapeXml(absoluteUrl(self))}" rel="self" type="application/rss+xml"/>`,
    ...(newest ? [textElement('lastBuildDate', rfc822(newest))] : []),
    ...cards.map(item),
    '</channel>',
    '</rss>',
  ].join('\n')
}

function item(card: NewsCard): string {
  const address = escapeXml(absoluteUrl(card.path))
  return [
    '<item>',
    textElement('title', card.title),
    `<link>${address}</link>`,
    `<guid isPermaLink="true">${address}</guid>`,
    textElement('pubDate', rfc822(card.publishedAt)),
    ...(card.category ? [textElement('category', card.category.title)] : []),
    ...(card.summary ? [textElement('description', card.summary)] : []),
    '</item>',
  ].join('')
}

function rfc822(moment: string): string {
  return new Date(moment).toUTCString()
}
