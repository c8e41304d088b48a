import { documentTag, listTag } from '#shared/cache-tags.ts'
import { feedPath, pathOf, ROUTES } from '#shared/routes.ts'
import {
  categoryListTags,
  loadCategories,
  trailOf,
  withDescendants,
  type Category,
} from './categories.ts'
import { currentNews, newsCards, type NewsCard } from './news-cards.ts'
import { ALL_NEWS, inCategories, ofTopic, type NewsSelection } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'
import { READING } from './reading.ts'

const PAGE_SIZE = 12

/** A page of a news list, with what stands around it. */
export interface NewsList {
  readonly title: string
  readonly lead: string | null
  /** Path of its first page. */
  readonly path: string
  readonly crumbs: readonly { readonly label: string; readonly path: string }[]
  readonly cards: readonly NewsCard[]
  readonly count: number
  readonly page: number
  readonly pageCount: number
  /** To choose from, above the list: the category's own part first. */
  readonly parts: readonly { readonly title: string; readonly path: string; current: boolean }[]
  /** The tree beside the list. */
  readonly categories: readonly Category[]
  readonly currentCategory: Category | null
  readonly feed: { readonly path: string; readonly title: string }
}

/** A page of all news; `null` when there is no such page. */
export async function newsList(page: PageContext, number: number): Promise<NewsList | null> {
  page.tag(listTag('news'))
  const { roots } = await loadCategories(page)
  const cut = await cutPage(page, ALL_NEWS, number)
  return (
    cut && {
      ...cut,
      title: 'Tin tức',
      lead: 'Tin hoạt động, thông báo và hướng dẫn của Trung tâm, mới nhất trước.',
      path: ROUTES.news,
      crumbs: [NEWS_CRUMB],
      parts: [],
      categories: roots,
      currentCategory: null,
      feed: { path: feedPath(), title: 'Tin mới' },
    }
  )
}

/** A page of a category with all below it, by its slug path; `null` when there is no such page. */
export async function categoryList(
  page: PageContext,
  slugPath: string,
  number: number,
): Promise<NewsList | null> {
  const tree = await loadCategories(page)
  const category = [...tree.byId.values()].find((one) => one.slugPath === slugPath)
  if (!category) return null
  page.tag(...categoryListTags(category))
  const cut = await cutPage(page, inCategories(withDescendants(category)), number)
  const trail = trailOf(tree, category)
  return (
    cut && {
      ...cut,
      title: category.title,
      lead: category.description,
      path: category.path,
      crumbs: [NEWS_CRUMB, ...trail.map(({ title, path }) => ({ label: title, path }))],
      parts: partsOf(category),
      categories: tree.roots,
      currentCategory: category,
      feed: { path: feedPath(category.slugPath), title: `Tin mới: ${category.title}` },
    }
  )
}

/** A page of a topic, by its slug; `null` when there is no such page. */
export async function topicList(
  page: PageContext,
  slug: string,
  number: number,
): Promise<NewsList | null> {
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'topics',
    where: { slug: { equals: slug } },
    limit: 1,
    select: { title: true, description: true, slug: true },
  })
  const topic = docs[0]
  const path = topic && pathOf('topics', topic)
  if (!topic || !path) return null
  page.tag(documentTag('topics', topic.id), listTag('news', topic.id))
  const { roots } = await loadCategories(page)
  const cut = await cutPage(page, ofTopic(topic.id), number)
  return (
    cut && {
      ...cut,
      title: topic.title,
      lead: topic.description || `Các tin về chủ đề “${topic.title}”, mới nhất trước.`,
      path,
      crumbs: [NEWS_CRUMB, { label: topic.title, path }],
      parts: [],
      categories: roots,
      currentCategory: null,
      feed: { path: feedPath(), title: 'Tin mới' },
    }
  )
}

const NEWS_CRUMB = { label: 'Tin tức', path: ROUTES.news }

/** The first page is there even when it is empty; a later one is not. */
async function cutPage(page: PageContext, selection: NewsSelection, number: number) {
  const news = await currentNews(page)
  const count = news.count(selection)
  const listed = news.cut(selection, PAGE_SIZE, (number - 1) * PAGE_SIZE)
  if (listed.length === 0 && number > 1) return null
  const nextExpiry = news.nextExpiry(selection)
  if (nextExpiry) page.expires(nextExpiry)
  const cards = await newsCards(page, listed)
  return { cards, count, page: number, pageCount: Math.max(1, Math.ceil(count / PAGE_SIZE)) }
}

function partsOf(category: Category) {
  if (category.children.length === 0) return []
  return [
    { title: 'Tất cả', path: category.path, current: true },
    ...category.children.map(({ title, path }) => ({ title, path, current: false })),
  ]
}
