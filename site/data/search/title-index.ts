import type { Payload, Where } from 'payload'
import { PUBLISHED, APPROVED } from '#cms/access/public-where.ts'
import { listTag } from '#shared/cache-tags.ts'
import { foldNumber } from '#shared/vietnamese/fold.ts'
import { foldedWords } from '#shared/vietnamese/words.ts'
import { shared } from '../shared-values.ts'

/** What is searched, in the order of its kinds on the page. */
export const SEARCHED = [
  'news',
  'documents',
  'programmes',
  'products',
  'producers',
  'questions',
  'pages',
] as const

export type Searched = (typeof SEARCHED)[number]

/** A title as it is compared with a query. */
export interface Entry {
  readonly collection: Searched
  readonly id: string
  readonly title: string
  /** Folded, one space between. */
  readonly words: string
  /** Folded document number without blanks; empty for all but documents. */
  readonly number: string
  /** For the newest first: ISO 8601 date or moment. */
  readonly date: string
}

/** News expire by themselves, and nobody says so. */
const KEPT_MS = 10_000

/**
 * Titles and numbers of all that is public, for some seconds or until one of them changes. What was
 * withdrawn never shows, since each hit is read again before it is shown.
 */
export const titleIndex = shared('title-index', (page) => {
  page.tag(...SEARCHED.map((collection) => listTag(collection)))
  page.expires(new Date(page.now.getTime() + KEPT_MS))
  return readEntries(page.portal, page.now)
})

async function readEntries(portal: Payload, now: Date): Promise<Entry[]> {
  const groups = await Promise.all([
    readTitles(portal, 'news', 'title', 'publishedAt', notExpired(now)),
    readDocuments(portal),
    readTitles(portal, 'programmes', 'title', 'createdAt'),
    readTitles(portal, 'products', 'name', 'createdAt'),
    readTitles(portal, 'producers', 'name', 'createdAt'),
    readTitles(portal, 'questions', 'title', 'createdAt'),
    readTitles(portal, 'pages', 'title', 'createdAt'),
  ])
  return groups.flat()
}

function notExpired(now: Date): Where {
  const open: Where[] = [
    { expiresAt: { exists: false } },
    { expiresAt: { greater_than: now.toISOString() } },
  ]
  return { and: [PUBLISHED, { or: open }] }
}

const PUBLIC_READ = { overrideAccess: false, depth: 0, pagination: false } as const

async function readTitles(
  portal: Payload,
  collection: Exclude<Searched, 'documents'>,
  titleField: 'title' | 'name',
  dateField: 'publishedAt' | 'createdAt',
  where: Where = collection === 'questions' ? APPROVED : PUBLISHED,
): Promise<Entry[]> {
  const { docs } = await portal.find({
    ...PUBLIC_READ,
    collection,
    where,
    select: { [titleField]: true, [dateField]: true },
  })
  return docs.map((doc) => {
    const fields = new Map<string, unknown>(Object.entries(doc))
    const title = textOf(fields.get(titleField))
    const date = textOf(fields.get(dateField))
    return { collection, id: doc.id, title, words: foldedWords(title), number: '', date }
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

async function readDocuments(portal: Payload): Promise<Entry[]> {
  const { docs } = await portal.find({
    ...PUBLIC_READ,
    collection: 'documents',
    where: PUBLISHED,
    select: { title: true, number: true, abstract: true, issuedAt: true },
  })
  return docs.map(({ id, title, number, abstract, issuedAt }) => {
    const text = title || [number, abstract].filter(Boolean).join(' ')
    return {
      collection: 'documents',
      id,
      title: text,
      words: foldedWords(text),
      number: number ? foldNumber(number) : '',
      date: issuedAt ?? '',
    }
  })
}
