import type { ProgrammeState } from '#shared/programme-state.ts'
import { ROUTES } from '#shared/routes.ts'
import { BENEFICIARIES } from '#shared/vocabulary/beneficiaries.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { allows, countValues, createFinder, facet, type Finder } from './finder.ts'
import type { PageContext } from './page-context.ts'
import { allProgrammes, isOpen, type ProgrammeCard } from './programmes.ts'

/** The programmes that the query asks for. */
export interface ProgrammeList {
  readonly finder: Finder
  readonly cards: readonly ProgrammeCard[]
  /** Of all, whatever is asked for. */
  readonly total: number
  readonly openCount: number
}

/** The programmes at /ho-tro, open ones first. All of them are on one page. */
export async function programmeList(
  page: PageContext,
  query: URLSearchParams,
): Promise<ProgrammeList> {
  const all = await allProgrammes(page)
  const finder = createFinder(ROUTES.programmes, query, [
    facet(query, 'trang-thai', 'Tình trạng', STATES, {
      counts: countValues(all.map(({ state }) => stateValue(state))),
    }),
    facet(query, 'doi-tuong', 'Dành cho', BENEFICIARIES, {
      counts: countValues(all.flatMap(audienceOf)),
    }),
    facet(query, 'nhu-cau', 'Việc cần hỗ trợ', NEEDS, {
      counts: countValues(all.map(({ activity }) => activity)),
    }),
    facet(query, 'nganh', 'Ngành nghề', SECTORS, {
      isFolded: true,
      counts: countValues(all.flatMap(sectorsOf)),
    }),
  ])
  const cards = all.filter(
    (card) =>
      allows(finder, 'trang-thai', [stateValue(card.state)]) &&
      allows(finder, 'doi-tuong', audienceOf(card)) &&
      allows(finder, 'nhu-cau', [card.activity]) &&
      allows(finder, 'nganh', sectorsOf(card)),
  )
  const openCount = all.filter(({ state }) => isOpen(state)).length
  return { finder, cards, total: all.length, openCount }
}

const STATES = [
  { value: 'dang-nhan', label: 'Đang nhận hồ sơ' },
  { value: 'sap-mo', label: 'Sắp mở' },
  { value: 'da-dong', label: 'Đã đóng' },
] as const

/** What an enterprise needs, in its own words. */
const NEEDS = EXTENSION_ACTIVITIES.map(({ value, need }) => ({
  value,
  label: need.charAt(0).toLocaleUpperCase('vi') + need.slice(1),
}))

function stateValue({ kind }: ProgrammeState): (typeof STATES)[number]['value'] {
  if (kind === 'upcoming') return 'sap-mo'
  return kind === 'closed' ? 'da-dong' : 'dang-nhan'
}

const PRODUCERS = BENEFICIARIES.filter(({ value }) => value !== 'service').map(({ value }) => value)

/** A programme for any producer is for every kind of them. */
function audienceOf({ beneficiaries }: ProgrammeCard): readonly string[] {
  return beneficiaries.includes('any-producer')
    ? [...new Set([...beneficiaries, ...PRODUCERS])]
    : beneficiaries
}

/** A programme without sectors is for all of them. */
function sectorsOf({ sectors }: ProgrammeCard): readonly string[] {
  return sectors.length > 0 ? sectors : SECTORS.map(({ value }) => value)
}
