import type { Where } from 'payload'
import { ROUTES } from '#shared/routes.ts'
import { slugify } from '#shared/vietnamese/slug.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { EFFECT_STATUSES, type EffectStatus } from '#shared/vocabulary/effect-statuses.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { labelOf, type Term } from '#shared/vocabulary/term.ts'
import { chosenIn, createFinder, facet, type Finder } from './finder.ts'
import type { PageContext } from './page-context.ts'
import { published } from './reading.ts'

/** The library's filter, and the conditions that the database can answer. */
export interface DocumentFinder {
  readonly finder: Finder
  readonly conditions: readonly Where[]
}

/** Reads the query of /van-ban; what can be chosen is what the library holds. */
export async function documentFinder(
  page: PageContext,
  query: URLSearchParams,
): Promise<DocumentFinder> {
  const [kinds, issuers, dates] = await Promise.all([
    distinct(page, 'kind'),
    distinct(page, 'issuers'),
    distinct(page, 'issuedAt'),
  ])
  const years = [...new Set(dates.map((date) => date.slice(0, 4)))].toSorted().toReversed()
  const finder = createFinder(ROUTES.documents, query, [
    facet(query, 'hieu-luc', 'Hiệu lực', STATUS_TERMS),
    facet(
      query,
      'loai',
      'Loại văn bản',
      DOCUMENT_KINDS.filter(({ value }) => kinds.includes(value)),
    ),
    facet(query, 'co-quan', 'Cơ quan ban hành', issuerTerms(issuers)),
    facet(query, 'linh-vuc', 'Lĩnh vực khuyến công', EXTENSION_ACTIVITIES, { isFolded: true }),
    facet(query, 'nam', 'Năm ban hành', years.map(yearTerm), { isFolded: true }),
  ])
  return { finder, conditions: conditionsOf(finder, issuers) }
}

/** The commonest first. */
const STATUS_ORDER: readonly EffectStatus[] = [
  'in-force',
  'partly',
  'expired',
  'pending',
  'suspended',
  'obsolete',
  'unknown',
]
const STATUS_TERMS = STATUS_ORDER.map((value) => ({
  value,
  label: labelOf(EFFECT_STATUSES, value),
}))

function conditionsOf(finder: Finder, issuers: readonly string[]): Where[] {
  const kinds = chosenIn(finder, 'loai')
  const fields = chosenIn(finder, 'linh-vuc')
  const years = chosenIn(finder, 'nam')
  const slugs = chosenIn(finder, 'co-quan')
  const names = issuers.filter((name) => slugs.includes(slugify(name)))
  return [
    ...(kinds.length > 0 ? [{ kind: { in: kinds } }] : []),
    ...(fields.length > 0 ? [{ fields: { in: fields } }] : []),
    ...(names.length > 0 ? [{ issuers: { in: names } }] : []),
    ...(years.length > 0 ? [{ or: years.map(inYear) }] : []),
  ]
}

/** Calendar dates are text: they compare as they sort. */
function inYear(year: string): Where {
  return { issuedAt: { greater_than_equal: `${year}-01-01`, less_than_equal: `${year}-12-31` } }
}

function yearTerm(year: string): Term {
  return { value: year, label: year }
}

/** One choice for what differs in case or marks alone. */
function issuerTerms(names: readonly string[]): Term[] {
  const bySlug = new Map(names.map((name) => [slugify(name), name]))
  return [...bySlug]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))
}

async function distinct(
  page: PageContext,
  field: 'kind' | 'issuers' | 'issuedAt',
): Promise<string[]> {
  const { values } = await page.portal.findDistinct({
    collection: 'documents',
    field,
    where: published(page),
    overrideAccess: false,
  })
  return values.flatMap((row) => Object.values(row).flat()).filter(isFilled)
}

function isFilled(value: string | null | undefined): value is string {
  return Boolean(value)
}
