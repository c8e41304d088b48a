import { documentTag, listTag } from '#shared/cache-tags.ts'
import type { Programme } from '#shared/payload-types.ts'
import { compareProgrammes, programmeOn, type ProgrammeState } from '#shared/programme-state.ts'
import { pathOf } from '#shared/routes.ts'
import { supportLevel, supportLine, type SupportLevel } from '#shared/support-levels.ts'
import { startOfDay, todayInVietnam } from '#shared/vietnamese/dates.ts'
import { BENEFICIARIES } from '#shared/vocabulary/beneficiaries.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { PageContext } from './page-context.ts'
import { READING, published } from './reading.ts'
import { supportToday } from './support.ts'

/** A programme as lists show it. */
export interface ProgrammeCard {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly summary: string
  readonly state: ProgrammeState
  /** Of the first row that applies today; `null` when none does. */
  readonly level: (SupportLevel & { readonly line: string }) | null
  /** "Hợp tác xã, hộ kinh doanh" */
  readonly forWhom: string
  readonly beneficiaries: Programme['beneficiaries']
  readonly activity: Programme['activity']
  /** Empty: all sectors. */
  readonly sectors: NonNullable<Programme['sectors']>
}

/** Programmes that take applications, the nearest deadline first, for the start page. */
export async function openProgrammes(page: PageContext, limit: number): Promise<ProgrammeCard[]> {
  const cards = await allProgrammes(page)
  return cards.filter(({ state }) => isOpen(state)).slice(0, limit)
}

/** Every public programme: open ones by deadline, then those that open, then closed ones. */
export async function allProgrammes(page: PageContext): Promise<ProgrammeCard[]> {
  page.tag(listTag('programmes'))
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'programmes',
    where: published(page),
    select: CARD_FIELDS,
  })
  return docs
    .flatMap((doc) => cardOf(page, doc) ?? [])
    .toSorted((a, b) => compareProgrammes(a.state, b.state) || a.title.localeCompare(b.title, 'vi'))
}

export function isOpen({ kind }: ProgrammeState): boolean {
  return kind === 'open' || kind === 'always'
}

/** "Hợp tác xã, hộ kinh doanh": labels within a sentence. */
export function beneficiaryLabels(values: Programme['beneficiaries']): string {
  const labels = values.map((value) => labelOf(BENEFICIARIES, value))
  return labels
    .map((label, index) => (index > 0 ? label.charAt(0).toLowerCase() + label.slice(1) : label))
    .join(', ')
}

/** The state today; the page changes when it does. */
export function stateOf(
  page: PageContext,
  period: Pick<Programme, 'opens' | 'closes' | 'recurrence'>,
): ProgrammeState {
  const state = programmeOn(todayInVietnam(page.now), period)
  if (state.changesOn) page.expires(startOfDay(state.changesOn))
  return state
}

const CARD_FIELDS = {
  slug: true,
  title: true,
  summary: true,
  activity: true,
  beneficiaries: true,
  sectors: true,
  opens: true,
  closes: true,
  recurrence: true,
  support: true,
} as const

type CardSource = Pick<Programme, 'id' | keyof typeof CARD_FIELDS>

function cardOf(page: PageContext, doc: CardSource): ProgrammeCard | null {
  const path = pathOf('programmes', doc)
  if (!path) return null
  page.tag(documentTag('programmes', doc.id))
  const [row] = supportToday(page, doc.support)
  return {
    id: doc.id,
    path,
    title: doc.title,
    summary: doc.summary,
    state: stateOf(page, doc),
    level: row ? { ...supportLevel(row), line: supportLine(row) } : null,
    forWhom: beneficiaryLabels(doc.beneficiaries),
    beneficiaries: doc.beneficiaries,
    activity: doc.activity,
    sectors: doc.sectors ?? [],
  }
}
