import { globalTag, listTag } from '#shared/cache-tags.ts'
import { categoryListTags, loadCategories, withDescendants, type Category } from './categories.ts'
import { newestDocuments } from './documents.ts'
import { resolveLinks, type MenuLink } from './navigation.ts'
import { currentNews, newsCards, type NewsCard } from './news-cards.ts'
import { ALL_NEWS, inCategories, PINNED_NEWS } from './news-index/selections.ts'
import type { PageContext } from './page-context.ts'
import { featuredProducts } from './products.ts'
import { openProgrammes } from './programmes.ts'
import { newestQuestions, type QuestionCard } from './questions.ts'
import { idsOf } from './reading.ts'

const TOP_NEWS = 3
const CATEGORIES = 3
const NEWS_A_CATEGORY = 3

/** What the start page shows. */
export interface Home {
  /** Pinned news first, then the newest; the first one leads. */
  readonly top: readonly NewsCard[]
  readonly programmes: Awaited<ReturnType<typeof openProgrammes>>
  readonly documents: Awaited<ReturnType<typeof newestDocuments>>
  readonly questions: readonly QuestionCard[]
  readonly categories: readonly {
    readonly category: Category
    readonly cards: readonly NewsCard[]
  }[]
  readonly products: Awaited<ReturnType<typeof featuredProducts>>
  readonly links: readonly MenuLink[]
}

/** The start page: what the editors chose, and the newest of everything. */
export async function loadHome(page: PageContext): Promise<Home> {
  page.tag(globalTag('home-page'), listTag('news'))
  const choice = await page.portal.findGlobal({
    slug: 'home-page',
    depth: 0,
    overrideAccess: false,
  })
  const [top, programmes, documents, questions, categories, products, links] = await Promise.all([
    topNews(page),
    openProgrammes(page, 4),
    newestDocuments(page, 5),
    newestQuestions(page, 3),
    newsByCategory(page, idsOf(choice.categories)),
    featuredProducts(page, 4),
    resolveLinks(page, choice.links),
  ])
  return { top, programmes, documents, questions, categories, products, links }
}

async function topNews(page: PageContext): Promise<NewsCard[]> {
  const news = await currentNews(page)
  const first = [...news.cut(PINNED_NEWS, TOP_NEWS), ...news.cut(ALL_NEWS, TOP_NEWS)]
  return newsCards(page, [...new Set(first)].slice(0, TOP_NEWS))
}

/** The categories that the editors chose, else the first ones; those without news are left out. */
async function newsByCategory(page: PageContext, chosenIds: string[]) {
  const { roots, byId } = await loadCategories(page)
  const chosen = chosenIds.flatMap((id) => byId.get(id) ?? [])
  const shown = chosen.length > 0 ? chosen : roots.slice(0, CATEGORIES)
  const parts = await Promise.all(
    shown.map(async (category) => {
      page.tag(...categoryListTags(category))
      const news = await currentNews(page)
      const listed = news.cut(inCategories(withDescendants(category)), NEWS_A_CATEGORY)
      return { category, cards: await newsCards(page, listed) }
    }),
  )
  return parts.filter(({ cards }) => cards.length > 0)
}
