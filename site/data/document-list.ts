import type { Where } from 'payload'
import { documentIdsIn, listTag } from '#shared/cache-tags.ts'
import { EFFECT_FIELDS, effectsAmong } from './document-effects.ts'
import { documentFinder, type DocumentFinder } from './document-facets.ts'
import { countDocuments, findDocumentCards, type DocumentCard } from './documents.ts'
import { chosenIn, type Finder } from './finder.ts'
import type { PageContext } from './page-context.ts'
import { READING, published } from './reading.ts'
import { SEARCH_TAG } from '#site/search/question.ts'
import { askSearch } from './search/ask-search.ts'

const PAGE_SIZE = 20

/** A page of the library. */
export interface DocumentList {
  readonly finder: Finder
  readonly cards: readonly DocumentCard[]
  readonly count: number
  readonly page: number
  readonly pageCount: number
}

/** A page of the documents that the query asks for; `null` when there is no such page. */
export async function documentList(
  page: PageContext,
  query: URLSearchParams,
  number: number,
): Promise<DocumentList | null> {
  page.tag(listTag('documents'))
  const asked = await documentFinder(page, query)
  const { cards, count } = await cutPage(page, asked, number)
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))
  if (number > pageCount) return null
  return { finder: asked.finder, cards, count, page: number, pageCount }
}

async function cutPage(page: PageContext, asked: DocumentFinder, number: number) {
  const ids = await idsFound(page, asked)
  if (!ids) {
    const where = published(page, ...asked.conditions)
    const [cards, count] = await Promise.all([
      findDocumentCards(page, where, { limit: PAGE_SIZE, page: number }),
      countDocuments(page, where),
    ])
    return { cards, count }
  }
  const shown = ids.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
  const cards = await findDocumentCards(page, published(page, { id: { in: shown } }))
  return {
    cards: cards.toSorted((a, b) => shown.indexOf(a.id) - shown.indexOf(b.id)),
    count: ids.length,
  }
}

/**
 * Ids in the order of the list where the database alone cannot tell: words are compared folded, and
 * the effect is computed. `null` where it can.
 */
async function idsFound(page: PageContext, asked: DocumentFinder): Promise<string[] | null> {
  const { finder, conditions } = asked
  const statuses = chosenIn(finder, 'hieu-luc')
  const matches = finder.q ? await idsMatching(page, finder.q) : null
  if (statuses.length === 0 && (!matches || conditions.length === 0)) return matches
  const candidates = await readCandidates(page, published(page, ...conditions))
  const effects = statuses.length > 0 ? await effectsAmong(page, candidates) : null
  const kept = candidates
    .map(({ id }) => id)
    .filter((id) => !effects || statuses.includes(effects.get(id)?.status ?? 'unknown'))
  if (!matches) return kept
  const isKept = new Set(kept)
  return matches.filter((id) => isKept.has(id))
}

async function idsMatching(page: PageContext, q: string): Promise<string[]> {
  page.tag(SEARCH_TAG)
  const keys = await askSearch(page, [], (search) => search.list(q, 'documents'))
  return documentIdsIn(keys, 'documents')
}

async function readCandidates(page: PageContext, where: Where) {
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'documents',
    where,
    sort: '-issuedAt',
    select: EFFECT_FIELDS,
  })
  return docs
}
