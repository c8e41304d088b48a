import { alone, idIn, shownAt, word, type Change } from './change.ts'
import { subjectIn, type World } from './subject.ts'

const PUBLISHED_AT = '2020-03-02T01:00:00.000Z'
const LATER = '2020-03-04T01:00:00.000Z'

const titleOf = (world: World) => word(world, 'news', 'title')
const cardOf = (world: World) => {
  const { sizes } = subjectIn(world, 'media').doc as { sizes: { card: { filename: string } } }
  return sizes.card.filename
}

export const NEWS: readonly Change[] = [
  {
    leaves: ['cover'],
    data: () => ({ cover: null }),
    shows: (world) => ({
      article: [word(world, 'media', 'alt'), null],
      news: [cardOf(world), null],
      category: [cardOf(world), null],
      topic: [cardOf(world), null],
      'article that names it': [cardOf(world), null],
    }),
  },
  {
    leaves: ['category'],
    data: (world) => ({ category: idIn(world, 'other root') }),
    shows: (world) => ({
      article: [word(world, 'categories', 'title'), word(world, 'other root', 'title')],
      category: [titleOf(world), null],
      'category above': [titleOf(world), null],
      'other category': [null, titleOf(world)],
      'feed of a category': [titleOf(world), null],
    }),
  },
  {
    leaves: ['moreCategories'],
    data: (world) => ({ moreCategories: [idIn(world, 'other root')] }),
    shows: (world) => ({ 'other category': [null, titleOf(world)] }),
  },
  {
    leaves: ['topics'],
    data: (world) => ({ topics: [idIn(world, 'other topic')] }),
    shows: (world) => ({
      article: [word(world, 'topics', 'title'), word(world, 'other topic', 'title')],
      topic: [titleOf(world), null],
      'other topic': [null, titleOf(world)],
    }),
  },
  {
    leaves: ['relatedNews'],
    data: (world) => ({ relatedNews: [idIn(world, 'untouched article')] }),
    shows: (world) => ({ article: [null, word(world, 'untouched article', 'title')] }),
  },
  {
    leaves: ['relatedDocuments'],
    data: (world) => ({ relatedDocuments: [idIn(world, 'other document')] }),
    shows: (world) => ({
      article: [word(world, 'documents', 'number'), word(world, 'other document', 'number')],
    }),
  },
  {
    leaves: ['attachments'],
    data: () => ({ attachments: [] }),
    shows: (world) => ({ article: [word(world, 'files', 'title'), null] }),
  },
  {
    leaves: ['publishedAt'],
    data: () => ({ publishedAt: LATER }),
    shows: () => ({
      article: [shownAt(PUBLISHED_AT), shownAt(LATER)],
      news: [shownAt(PUBLISHED_AT), shownAt(LATER)],
      topic: [shownAt(PUBLISHED_AT), shownAt(LATER)],
      'article beside it': [shownAt(PUBLISHED_AT), shownAt(LATER)],
      feed: [new Date(PUBLISHED_AT).toUTCString(), new Date(LATER).toUTCString()],
    }),
  },
  {
    leaves: ['pinned'],
    data: () => ({ pinned: true }),
    shows: () => ({ home: [null, alone('Ghim')], news: [null, alone('Ghim')] }),
  },
  {
    leaves: ['commentsAllowed'],
    data: () => ({ commentsAllowed: false }),
    shows: () => ({ article: ['id="gui-y-kien"', null], 'reply form': [/^200/, /^404/] }),
  },
  {
    leaves: ['expiresAt'],
    data: () => ({ expiresAt: '2020-04-01T00:00:00.000Z' }),
    shows: (world) => ({
      article: [null, 'Tin này đã hết hạn'],
      home: [titleOf(world), null],
      news: [titleOf(world), null],
      category: [titleOf(world), null],
      topic: [titleOf(world), null],
      'article beside it': [titleOf(world), null],
      'article that names it': [titleOf(world), null],
      feed: [titleOf(world), null],
      sitemap: [`/tin-tuc/${word(world, 'news', 'slug')}`, null],
      search: [titleOf(world), null],
    }),
    lagging: ['article beside it'],
  },
]

export const COMMENTS: readonly Change[] = [
  {
    leaves: ['news'],
    data: (world) => ({ news: idIn(world, 'neighbour') }),
    shows: (world) => ({
      article: [word(world, 'comments', 'content'), null],
      'article beside it': [null, word(world, 'comments', 'content')],
    }),
  },
]

export const CATEGORIES: readonly Change[] = [
  {
    leaves: ['parent'],
    data: (world) => ({ parent: idIn(world, 'other root') }),
    shows: (world) => ({
      article: [word(world, 'root', 'title'), word(world, 'other root', 'title')],
      'category above': [word(world, 'categories', 'title'), null],
      'other category': [null, word(world, 'categories', 'title')],
    }),
  },
  {
    leaves: ['order'],
    data: () => ({ order: 9 }),
    shows: (world) => {
      const [own, other] = [word(world, 'categories', 'title'), word(world, 'sibling', 'title')]
      const inOrder = (between: string) =>
        [new RegExp(own + between + other), new RegExp(other + between + own)] as const
      return {
        // Chips, and the tree beside them.
        'category above': inOrder('\\s*</a>\\s*</li>\\s*<li>\\s*<a[^>]*>[^<]*'),
        'map of the site': inOrder('[\\s\\S]*'),
      }
    },
  },
]
