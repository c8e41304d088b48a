import type { Where } from 'payload'
import { documentTag, listTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { fold } from '#shared/vietnamese/fold.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { Question } from '#shared/payload-types.ts'
import { paragraphsOf } from './comments.ts'
import type { PageContext } from './page-context.ts'
import { READING, approved, readingAsViewer } from './reading.ts'
import { plainText, renderRichText } from './rich-text.ts'
import { UNNAMED_READER } from './unnamed-reader.ts'
import { workingDaysBetween } from './working-days.ts'

const PAGE_SIZE = 10

/** A question as lists show it. */
export interface QuestionCard {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly topic: string | null
  /** Initials alone. */
  readonly askedBy: string
  /** ISO 8601 moment. */
  readonly askedAt: string
  readonly answeredAt: string | null
  readonly answeredBy: string | null
  /** Working days that the answer took; `null` while there is none. */
  readonly workingDays: number | null
  readonly excerpt: string
}

export interface QuestionView extends QuestionCard {
  readonly paragraphs: readonly string[]
  readonly answerHtml: string
  readonly answerText: string
}

export interface QuestionList {
  readonly cards: readonly QuestionCard[]
  readonly count: number
  readonly page: number
  readonly pageCount: number
  readonly query: string
}

/** A page of the approved questions that hold all words of the query; `null` past the last page. */
export async function questionList(
  page: PageContext,
  number: number,
  query = '',
): Promise<QuestionList | null> {
  const all = await findQuestions(page, approved(page), 0)
  const words = fold(query).split(' ').filter(Boolean)
  const found = all.filter((card) => {
    const text = fold(`${card.title} ${card.excerpt}`)
    return words.every((word) => text.includes(word))
  })
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  if (number > pageCount) return null
  const start = (number - 1) * PAGE_SIZE
  return {
    cards: found.slice(start, start + PAGE_SIZE),
    count: found.length,
    page: number,
    pageCount,
    query,
  }
}

/** The newest approved questions. */
export function newestQuestions(page: PageContext, limit: number): Promise<QuestionCard[]> {
  return findQuestions(page, approved(page), limit)
}

/** The question at /hoi-dap/SLUG as the viewer may see it; `null` when there is none. */
export async function questionBySlug(
  page: PageContext,
  slug: string,
): Promise<QuestionView | null> {
  const atSlug = { slug: { equals: slug } }
  const { docs } = await page.portal.find({
    ...readingAsViewer(page),
    collection: 'questions',
    where: page.viewer.preview ? atSlug : approved(page, atSlug),
    limit: 1,
    select: FIELDS,
  })
  const doc = docs[0]
  const card = doc && cardOf(doc)
  if (!doc || !card) return null
  page.tag(documentTag('questions', doc.id))
  const answer = await renderRichText(page, doc.answer)
  return {
    ...card,
    paragraphs: paragraphsOf(doc.content),
    answerHtml: answer.html,
    answerText: plainText(doc.answer, 2000),
  }
}

const FIELDS = {
  title: true,
  content: true,
  slug: true,
  topic: true,
  askedBy: true,
  answer: true,
  answeredBy: true,
  answeredAt: true,
  createdAt: true,
} as const

async function findQuestions(
  page: PageContext,
  where: Where,
  limit: number,
): Promise<QuestionCard[]> {
  page.tag(listTag('questions'))
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'questions',
    where,
    sort: '-createdAt',
    limit,
    select: FIELDS,
  })
  return docs.map(cardOf).filter((card) => card !== null)
}

function cardOf(
  doc: Pick<Question, 'id' | Exclude<keyof typeof FIELDS, never>>,
): QuestionCard | null {
  const path = pathOf('questions', doc)
  if (!path) return null
  const answeredAt = doc.answer ? (doc.answeredAt ?? null) : null
  return {
    id: doc.id,
    title: doc.title,
    path,
    topic: doc.topic ? labelOf(EXTENSION_ACTIVITIES, doc.topic) : null,
    askedBy: doc.askedBy || UNNAMED_READER,
    askedAt: doc.createdAt,
    answeredAt,
    answeredBy: doc.answeredBy ?? null,
    workingDays: answeredAt ? workingDaysBetween(doc.createdAt, answeredAt) : null,
    excerpt: doc.answer ? plainText(doc.answer, 220) : '',
  }
}
