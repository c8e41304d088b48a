import { pathOf, replyPath, ROUTES, type PublicCollection } from '#shared/routes.ts'
import { subjectIn, type World } from './subject.ts'

/** Where each kind of page is in the world now. */
export const PAGES = {
  home: () => ROUTES.home,
  news: () => ROUTES.news,
  category: at('categories'),
  'category above': at('root'),
  'other category': at('other root'),
  topic: at('topics'),
  'other topic': at('other topic'),
  article: at('news'),
  'reply form': (world) => replyPath(slugOf(world, 'news')),
  'article beside it': at('neighbour'),
  'article that names it': at('chooser'),
  'untouched article': at('untouched article'),
  documents: () => ROUTES.documents,
  'documents found': () => `${ROUTES.documents}?q=khuyen+cong`,
  document: at('documents'),
  'replaced document': at('replaced'),
  'other document': at('other document'),
  products: () => ROUTES.products,
  product: at('products'),
  'product of its group': at('same group'),
  producer: at('producers'),
  'other producer': at('other producer'),
  programmes: () => ROUTES.programmes,
  programme: at('programmes'),
  questions: () => ROUTES.questions,
  question: at('questions'),
  'form for a question': () => ROUTES.askQuestion,
  contact: () => ROUTES.contact,
  'static page': at('pages'),
  search: () => `${ROUTES.search}?q=khuyen+cong`,
  'search for nothing': () => ROUTES.search,
  'description of the search': () => ROUTES.searchDescription,
  feed: () => ROUTES.feed,
  'feed of a category': (world) => `${ROUTES.feed}/${slugOf(world, 'categories', 'path')}`,
  'map of the site': () => ROUTES.siteMap,
  sitemap: () => ROUTES.siteMapXml,
  'old address': () => '/dia-chi-cu',
  'other old address': () => '/dia-chi-khac',
  'absent page': () => '/khong-co',
} as const satisfies Record<string, (world: World) => string>

export type PageName = keyof typeof PAGES
export const PAGE_NAMES = Object.keys(PAGES) as PageName[]

/** Paths that show nothing of the content, each with its reason. */
export const OTHER_ROUTES: Readonly<Record<string, string>> = {
  [ROUTES.eligibility]: 'leads to the programmes',
  [ROUTES.rate]: 'takes a post',
  [ROUTES.robots]: 'says the same for ever',
  [ROUTES.display]: 'takes a post',
  [ROUTES.preview]: 'is not kept',
  [ROUTES.visit]: 'takes a post',
  [ROUTES.visitPixel]: 'is not kept',
  [ROUTES.suggestions]: 'is not kept',
  [ROUTES.health]: 'is not kept',
  [ROUTES.ready]: 'is not kept',
  [ROUTES.metrics]: 'is not kept',
  [ROUTES.files]: 'are files',
}

function at(name: string) {
  return (world: World): string => {
    const { slug, doc } = subjectIn(world, name)
    return pathOf(slug as PublicCollection, doc) ?? '/khong-co'
  }
}

function slugOf(world: World, name: string, field = 'slug'): string {
  return String(subjectIn(world, name).doc[field])
}
