import { documentTag, listTag } from '#shared/cache-tags.ts'
import { pathOf, replyPath } from '#shared/routes.ts'
import type { News } from '#shared/payload-types.ts'
import { loadAttachments, type Attachment } from './attachments.ts'
import { loadCategories, trailOf, type Category } from './categories.ts'
import { approvedComments, type Comment } from './comments.ts'
import { readingTime } from './reading-time.ts'
import { newsAround, type NewsAround } from './news-around.ts'
import { loadLinkedDocuments, type LinkedDocument } from './linked-documents.ts'
import type { PageContext } from './page-context.ts'
import { loadPictures, type Picture } from './pictures.ts'
import { READING, idOf, idsOf, published, readingDraft } from './reading.ts'
import { renderRichText, shortened, wordsOf } from './rich-text.ts'
import { sharedDocuments } from './shared-values.ts'
import { viewsOf } from './visit-totals.ts'

/** A news item with all that stands on its page. */
export interface Article {
  readonly id: string
  readonly title: string
  readonly summary: string | null
  /** For machines: the summary, or how the text begins. */
  readonly description: string
  readonly path: string
  readonly replyPath: string
  readonly html: string
  /** At the head of the text, unless the text shows it itself. */
  readonly cover: Picture | null
  readonly sharePicture: Picture | null
  readonly publishedAt: string | null
  readonly updatedAt: string
  readonly author: string | null
  readonly source: { readonly name: string; readonly url: string | null } | null
  /** From the root down. */
  readonly categories: readonly Category[]
  readonly topics: readonly TopicLink[]
  readonly minutes: number
  readonly views: number
  readonly isExpired: boolean
  readonly commentsAllowed: boolean
  readonly comments: readonly Comment[]
  readonly attachments: readonly Attachment[]
  readonly documents: readonly LinkedDocument[]
  readonly around: NewsAround
}

interface TopicLink {
  readonly title: string
  readonly path: string
}

/** The article at /tin-tuc/SLUG as the viewer may see it; `null` when there is none. */
export async function articleBySlug(page: PageContext, slug: string): Promise<Article | null> {
  const doc = await findArticle(page, slug)
  const path = doc && pathOf('news', doc)
  if (!doc || !path || !doc.slug) return null
  page.tag(documentTag('news', doc.id), listTag('comments', doc.id))
  const isExpired = expiry(page, doc.expiresAt)

  const coverId = idOf(doc.cover)
  const chosenIds = idsOf(doc.relatedNews)
  const [text, tree, pictures, topics, attachments, documents, comments, views] = await Promise.all(
    [
      renderRichText(page, doc.body),
      loadCategories(page),
      loadPictures(page, coverId ? [coverId] : []),
      loadTopics(page, idsOf(doc.topics)),
      loadAttachments(page, idsOf(doc.attachments)),
      documentsInOrder(page, idsOf(doc.relatedDocuments)),
      approvedComments(page, doc.id),
      viewsOf(page, 'news', doc.id),
    ],
  )
  const around = await newsAround(page, {
    id: doc.id,
    title: doc.title,
    categoryId: idOf(doc.category),
    topicIds: idsOf(doc.topics),
    publishedAt: doc.publishedAt ?? page.now.toISOString(),
    chosenIds,
  })
  const category = tree.byId.get(idOf(doc.category) ?? '')
  const words = wordsOf(doc.body)
  const cover = pictures.get(coverId ?? '') ?? null
  return {
    id: doc.id,
    title: doc.title,
    summary: doc.summary ?? null,
    description: doc.summary || shortened(words, 160),
    path,
    replyPath: replyPath(doc.slug),
    html: text.html,
    cover: cover && text.html.includes(`"${cover.src}"`) ? null : cover,
    sharePicture: cover,
    publishedAt: doc.publishedAt ?? null,
    updatedAt: doc.updatedAt,
    author: doc.author ?? null,
    source: sourceOf(doc),
    categories: category ? trailOf(tree, category) : [],
    topics,
    minutes: readingTime(words),
    views,
    isExpired,
    commentsAllowed: (doc.commentsAllowed ?? false) && !isExpired,
    comments,
    attachments,
    documents,
    around,
  }
}

/** What the reply form needs of an article; `null` where no replies are taken. */
export async function articleTakingReplies(page: PageContext, slug: string) {
  const doc = await findArticle(page, slug)
  const path = doc && pathOf('news', doc)
  if (!doc?.slug || !path || !doc.commentsAllowed || expiry(page, doc.expiresAt)) return null
  page.tag(documentTag('news', doc.id))
  return { id: doc.id, title: doc.title, path, replyPath: replyPath(doc.slug) }
}

async function findArticle(page: PageContext, slug: string): Promise<StoredArticle | null> {
  const atSlug = { slug: { equals: slug } }
  const { docs } = await page.portal.find({
    ...readingDraft(page),
    collection: 'news',
    where: page.viewer.preview ? atSlug : published(page, atSlug),
    limit: 1,
    select: ARTICLE_FIELDS,
  })
  return docs[0] ?? null
}

const ARTICLE_FIELDS = {
  title: true,
  slug: true,
  summary: true,
  body: true,
  cover: true,
  category: true,
  topics: true,
  attachments: true,
  relatedNews: true,
  relatedDocuments: true,
  author: true,
  sourceName: true,
  sourceUrl: true,
  publishedAt: true,
  expiresAt: true,
  updatedAt: true,
  commentsAllowed: true,
} as const

type StoredArticle = Pick<News, 'id' | keyof typeof ARTICLE_FIELDS>

function expiry(page: PageContext, expiresAt: string | null | undefined): boolean {
  if (!expiresAt) return false
  const moment = new Date(expiresAt)
  if (moment > page.now) page.expires(moment)
  return moment <= page.now
}

async function loadTopics(page: PageContext, ids: string[]): Promise<TopicLink[]> {
  const links = await sharedDocuments<TopicLink>(page, 'topics', ids, 'link', async (wanted) => {
    const { docs } = await page.portal.find({
      ...READING,
      collection: 'topics',
      where: { id: { in: [...wanted] } },
      select: { title: true, slug: true },
    })
    return new Map(
      docs.flatMap((topic) => {
        const path = pathOf('topics', topic)
        return path ? [[topic.id, { title: topic.title, path }]] : []
      }),
    )
  })
  return ids.flatMap((id) => links.get(id) ?? [])
}

function sourceOf(doc: StoredArticle): Article['source'] {
  if (!doc.sourceName && !doc.sourceUrl) return null
  const url = URL.parse(doc.sourceUrl ?? '')
  const isWeb = url !== null && /^https?:$/.test(url.protocol)
  const name = doc.sourceName || url?.hostname
  return name ? { name, url: isWeb ? url.href : null } : null
}

async function documentsInOrder(
  page: PageContext,
  ids: readonly string[],
): Promise<LinkedDocument[]> {
  const documents = await loadLinkedDocuments(page, ids)
  return ids.flatMap((id) => documents.get(id) ?? [])
}
