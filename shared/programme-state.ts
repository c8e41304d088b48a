import { addDays, daysBetween } from './vietnamese/dates.ts'

/** When applications are taken, in calendar dates; the day that closes is still open. */
export interface ProgrammePeriod {
  readonly opens?: string | null
  readonly closes?: string | null
  readonly recurrence?: 'once' | 'yearly' | 'always' | null
}

/** How a programme stands on a day. */
export interface ProgrammeState {
  /** `always`: open without a deadline. */
  readonly kind: 'open' | 'always' | 'upcoming' | 'closed'
  /** Days to the deadline while it is open: 0 on the last day. */
  readonly daysLeft: number | null
  /** Seven days or fewer are left. */
  readonly isSoon: boolean
  /** When it opens (upcoming) or opens again (closed, yearly). */
  readonly opensOn: string | null
  /** The deadline: of the present period, or of the last one once that is closed. */
  readonly closesOn: string | null
  /** The next day on which any of this is different. */
  readonly changesOn: string | null
}

export const SOON_DAYS = 7

/**
 * The state of a programme on a day. One that recurs yearly opens and closes on the same days each
 * year; where only its deadline is known, later years open on 1 January.
 */
export function programmeOn(day: string, period: ProgrammePeriod): ProgrammeState {
  const { opens, closes, isRepeated, lastCloses } = periodAround(day, period)
  if (closes && day > closes) return state('closed', { closesOn: closes })
  if (opens && day < opens) {
    return isRepeated
      ? state('closed', { opensOn: opens, closesOn: lastCloses, changesOn: opens })
      : state('upcoming', { opensOn: opens, closesOn: closes, changesOn: opens })
  }
  if (!closes) return state('always')
  const daysLeft = daysBetween(day, closes)
  return state('open', {
    daysLeft,
    isSoon: daysLeft <= SOON_DAYS,
    closesOn: closes,
    changesOn: addDays(day, 1),
  })
}

/** Open ones first, the nearest deadline before the others; then what opens next; then closed ones. */
export function compareProgrammes(a: ProgrammeState, b: ProgrammeState): number {
  const order = ORDER[a.kind] - ORDER[b.kind]
  if (order !== 0) return order
  if (a.kind === 'closed') return compareDates(b.closesOn, a.closesOn)
  return a.kind === 'upcoming'
    ? compareDates(a.opensOn, b.opensOn)
    : compareDates(a.closesOn, b.closesOn)
}

const ORDER = { open: 0, always: 1, upcoming: 2, closed: 3 } as const

interface Period {
  readonly opens: string | null
  readonly closes: string | null
  /** A later year's period: the programme was open before. */
  readonly isRepeated: boolean
  readonly lastCloses: string | null
}

/** The first period that has not ended yet; the only one where it does not recur. */
function periodAround(day: string, { opens, closes, recurrence }: ProgrammePeriod): Period {
  const once = { opens: opens || null, closes: closes || null, isRepeated: false, lastCloses: null }
  if (recurrence !== 'yearly' || !closes || day <= closes) return once
  let years = Math.max(yearOf(day) - yearOf(closes), 0)
  if (inLaterYear(closes, years) < day) years += 1
  const next = inLaterYear(closes, years)
  return {
    opens: opens ? inLaterYear(opens, years) : `${yearOf(next)}-01-01`,
    closes: next,
    isRepeated: true,
    lastCloses: inLaterYear(closes, years - 1),
  }
}

/** The same day some years later; 29 February becomes the 28th where there is none. */
function inLaterYear(date: string, years: number): string {
  const year = yearOf(date) + years
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const monthAndDay = date.slice(4)
  return `${year}${monthAndDay === '-02-29' && !isLeap ? '-02-28' : monthAndDay}`
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function state(
  kind: ProgrammeState['kind'],
  rest: Partial<Omit<ProgrammeState, 'kind'>> = {},
): ProgrammeState {
  return {
    kind,
    daysLeft: null,
    isSoon: false,
    opensOn: null,
    closesOn: null,
    changesOn: null,
    ...rest,
  }
}

function compareDates(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '')
}
