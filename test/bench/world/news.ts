import type { Row } from '#cms/database/content.ts'
import { slugify } from '#shared/vietnamese/slug.ts'
import { person } from './names.ts'
import type { WorldPlan } from './plan.ts'
import type { Random } from './random.ts'
import { body, type LinkTarget } from './rich-text.ts'
import { headline, sentences } from './sentences.ts'
import { CATEGORIES, TOPICS } from './trees.ts'

const HOUR = 3_600_000

/** A news item and all its versions, the oldest first. */
export function newsWithVersions(plan: WorldPlan, number: number): { news: Row; versions: Row[] } {
  const news = newsRow(plan, number)
  const { id: parent, ...last } = news
  const { versions: count } = plan.size
  const saved = Date.parse(String(news.updatedAt))
  const versions = Array.from({ length: count }, (_, at): Row => {
    const latest = at === count - 1
    const moment = new Date(saved - (count - 1 - at) * HOUR).toISOString()
    return {
      id: plan.id('news.versions', number * count + at),
      autosave: false,
      createdAt: moment,
      updatedAt: moment,
      latest,
      parent,
      version: latest ? last : { ...earlier(last, count - at), updatedAt: moment },
    }
  })
  return { news, versions }
}

function newsRow(plan: WorldPlan, number: number): Row {
  const random = plan.random('news', number)
  const moment = plan.moment('news', number)
  const published = new Date(moment + HOUR).toISOString()
  const title = headline(random)
  const slug = `${slugify(title, { maxLength: 80 })}-${number + 1}`
  const draw = random.next()
  const isDraft = draw < 0.02
  const isTrashed = draw > 0.995
  const pictures = plan.pictures > 0 ? [plan.id('media', random.between(0, plan.pictures - 1))] : []
  const linked = () => earlierContent(plan, number, random)
  return {
    id: plan.id('news', number),
    _status: isDraft ? 'draft' : 'published',
    title,
    summary: sentences(random, 2).slice(0, 600),
    ...(random.chance(0.6) ? { cover: pictures[0] } : {}),
    body: body(random, {
      paragraphs: random.between(4, 12),
      target: linked,
      picture: random.chance(0.1) ? pictures[0] : null,
    }),
    attachments:
      plan.files > 0 && random.chance(0.1)
        ? [plan.id('files', random.between(0, plan.files - 1))]
        : [],
    relatedNews: many(
      random,
      0.15,
      () => plan.id('news', random.between(0, number)),
      plan.id('news', number),
    ),
    relatedDocuments:
      plan.size.documents > 0
        ? many(random, 0.15, () => plan.id('documents', random.between(0, plan.size.documents - 1)))
        : [],
    ...(random.chance(0.7) ? { author: person(random) } : {}),
    ...(random.chance(0.1)
      ? { sourceName: 'Báo Công Thương', sourceUrl: 'https://congthuong.vn' }
      : {}),
    category: plan.id('categories', random.between(0, CATEGORIES.length - 1)),
    moreCategories: many(random, 0.1, () =>
      plan.id('categories', random.between(0, CATEGORIES.length - 1)),
    ),
    topics: many(random, 0.5, () => plan.id('topics', random.between(0, TOPICS.length - 1))),
    pinned: number % 5_000 === 7,
    commentsAllowed: random.chance(0.9),
    ...(isTrashed ? { trashedSlug: slug, deletedAt: published } : { slug }),
    ...(isDraft ? {} : { publishedAt: published, firstPublishedAt: published }),
    createdAt: new Date(moment).toISOString(),
    updatedAt: published,
  }
}

/** As it was `steps` saves ago: shorter, and without what was added late. */
function earlier(last: Omit<Row, 'id'>, steps: number): Record<string, unknown> {
  const { root } = last.body as { root: { children: object[] } }
  const children = root.children.slice(0, Math.max(1, root.children.length - steps))
  return { ...last, summary: undefined, body: { root: { ...root, children } } }
}

function earlierContent(plan: WorldPlan, number: number, random: Random): LinkTarget | null {
  const { documents } = plan.size
  if (documents > 0 && random.chance(0.5)) {
    return {
      relationTo: 'documents',
      value: plan.id('documents', random.between(0, documents - 1)),
    }
  }
  if (number === 0) return null
  return { relationTo: 'news', value: plan.id('news', random.between(0, number - 1)) }
}

/** One to three ids, each once; none most of the time. */
function many(random: Random, share: number, id: () => string, except?: string): string[] {
  if (!random.chance(share)) return []
  const ids = new Set(Array.from({ length: random.between(1, 3) }, id))
  return [...ids].filter((one) => one !== except)
}
