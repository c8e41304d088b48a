import { documentTag } from '#shared/cache-tags.ts'
import type { Programme } from '#shared/payload-types.ts'
import type { ProgrammeState } from '#shared/programme-state.ts'
import { pathOf } from '#shared/routes.ts'
import { supportLevel, type SupportLevel } from '#shared/support-levels.ts'
import { startOfDay, todayInVietnam } from '#shared/vietnamese/dates.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { loadAttachments, type Attachment } from './attachments.ts'
import { contactPoints, type ContactPoint } from './contact-points.ts'
import { loadLinkedDocuments, type LinkedDocument } from './linked-documents.ts'
import type { PageContext } from './page-context.ts'
import { beneficiaryLabels, stateOf } from './programmes.ts'
import { idOf, idsOf, published, readingDraft } from './reading.ts'
import { renderRichText } from './rich-text.ts'
import { sortSupport, type SupportLine } from './support.ts'

/** A programme with all that stands on its page. */
export interface ProgrammeView {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly summary: string
  readonly activity: string
  readonly forWhom: string
  /** Empty: all sectors. */
  readonly sectors: readonly string[]
  readonly area: string | null
  readonly state: ProgrammeState
  readonly isYearly: boolean
  /** Of the first row that applies today. */
  readonly level: SupportLevel | null
  /** Rows that apply today or later. */
  readonly support: readonly SupportLine[]
  /** Rows that no longer apply. */
  readonly formerSupport: readonly SupportLine[]
  /** Newest year first; in millions of đồng. */
  readonly budgets: readonly YearBudget[]
  /** Of this year, or of the newest one. */
  readonly budget: YearBudget | null
  readonly html: string
  /** Whether the text begins with a heading. */
  readonly hasOwnHeading: boolean
  readonly steps: readonly { readonly title: string; readonly detail: string | null }[]
  readonly forms: readonly Attachment[]
  readonly contacts: readonly ContactPoint[]
  readonly legalBasis: readonly LinkedDocument[]
  readonly updatedAt: string
}

export interface YearBudget {
  readonly year: number
  /** In millions of đồng. */
  readonly amount: number
}

/** The programme at /ho-tro/SLUG as the viewer may see it; `null` when there is none. */
export async function programmeBySlug(
  page: PageContext,
  slug: string,
): Promise<ProgrammeView | null> {
  const doc = await findProgramme(page, slug)
  const path = doc && pathOf('programmes', doc)
  if (!doc || !path) return null
  page.tag(documentTag('programmes', doc.id))
  const rowIds = (doc.support ?? []).map(({ legalBasis }) => idOf(legalBasis))
  const basisIds = [...idsOf(doc.legalBasis), ...rowIds.filter((id) => id !== null)]
  const [text, documents, forms] = await Promise.all([
    renderRichText(page, doc.body),
    loadLinkedDocuments(page, basisIds),
    loadAttachments(page, idsOf(doc.forms)),
  ])
  const support = sortSupport(page, doc.support, documents)
  const [current] = support.today
  const budgets = (doc.budgets ?? []).toSorted((a, b) => b.year - a.year)
  return {
    id: doc.id,
    path,
    title: doc.title,
    summary: doc.summary,
    activity: labelOf(EXTENSION_ACTIVITIES, doc.activity),
    forWhom: beneficiaryLabels(doc.beneficiaries),
    sectors: (doc.sectors ?? []).map((value) => labelOf(SECTORS, value)),
    area: doc.area || null,
    state: stateOf(page, doc),
    isYearly: doc.recurrence === 'yearly',
    level: current ? supportLevel(current) : null,
    support: [...support.today, ...support.later],
    formerSupport: support.former,
    budgets,
    budget: budgetOfThisYear(page, budgets),
    html: text.html,
    hasOwnHeading: text.html.startsWith('<h2'),
    steps: (doc.steps ?? []).map(({ title, detail }) => ({ title, detail: detail || null })),
    forms,
    contacts: contactPoints(doc.contacts),
    legalBasis: [...new Set(basisIds)].flatMap((id) => documents.get(id) ?? []),
    updatedAt: doc.updatedAt,
  }
}

function budgetOfThisYear(page: PageContext, budgets: readonly YearBudget[]): YearBudget | null {
  if (budgets.length === 0) return null
  const year = Number(todayInVietnam(page.now).slice(0, 4))
  page.expires(startOfDay(`${year + 1}-01-01`))
  return budgets.find((budget) => budget.year === year) ?? budgets[0] ?? null
}

async function findProgramme(page: PageContext, slug: string): Promise<Programme | null> {
  const atSlug = { slug: { equals: slug } }
  const { docs } = await page.portal.find({
    ...readingDraft(page),
    collection: 'programmes',
    where: page.viewer.preview ? atSlug : published(page, atSlug),
    limit: 1,
  })
  return docs[0] ?? null
}
