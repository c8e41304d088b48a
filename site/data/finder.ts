import type { Term } from '#shared/vocabulary/term.ts'

/** What a list's filter form offers, and what was chosen of it. Everything is in the query. */
export interface Finder {
  /** Path of the list. */
  readonly list: string
  readonly q: string
  readonly facets: readonly Facet[]
  /** Choices in force, each with the address of the list without it. */
  readonly active: readonly { readonly label: string; readonly href: string }[]
  /** Values that the list does not know: left out, and said so. */
  readonly ignored: readonly string[]
  /** What was understood of the query, for links to other pages. */
  readonly query: URLSearchParams
}

/** One group of choices; several of one group are alternatives. */
export interface Facet {
  /** Its query parameter. */
  readonly name: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly isFolded: boolean
}

export interface Choice extends Term {
  readonly isChosen: boolean
  readonly count?: number
}

interface FacetOptions {
  /** Closed until something in it is chosen. */
  readonly isFolded?: boolean
  /** How many of the whole list each value has; those with none are left out. */
  readonly counts?: ReadonlyMap<string, number>
}

const LONGEST_QUERY = 200
const LONGEST_IGNORED = 40

/** A group of choices as the query has it. */
export function facet(
  query: URLSearchParams,
  name: string,
  label: string,
  terms: readonly Term[],
  { isFolded = false, counts }: FacetOptions = {},
): Facet {
  const wanted = query.getAll(name)
  const choices = terms
    .map(({ value, label }) => ({
      value,
      label,
      isChosen: wanted.includes(value),
      count: counts?.get(value),
    }))
    .filter(({ isChosen, count }) => isChosen || !counts || count)
  return {
    name,
    label,
    choices,
    isFolded: isFolded && !choices.some(({ isChosen }) => isChosen),
  }
}

/** The values chosen in a group: none means all. */
export function chosenIn(finder: Pick<Finder, 'facets'>, name: string): string[] {
  const found = finder.facets.find((one) => one.name === name)
  return (found?.choices ?? []).filter(({ isChosen }) => isChosen).map(({ value }) => value)
}

/** Whether a value is among the chosen ones of a group, or the group is open to all. */
export function allows(
  finder: Pick<Finder, 'facets'>,
  name: string,
  values: readonly string[],
): boolean {
  const chosen = chosenIn(finder, name)
  return chosen.length === 0 || chosen.some((value) => values.includes(value))
}

/** Reads a list's query against its groups. */
export function createFinder(
  list: string,
  query: URLSearchParams,
  facets: readonly Facet[],
): Finder {
  const q = (query.get('q') ?? '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
  const understood = new URLSearchParams(q ? { q } : {})
  for (const { name, choices } of facets) {
    for (const choice of choices) if (choice.isChosen) understood.append(name, choice.value)
  }
  const active = facets.flatMap(({ name, choices }) =>
    choices
      .filter(({ isChosen }) => isChosen)
      .map(({ value, label }) => ({ label, href: addressWithout(list, understood, name, value) })),
  )
  return { list, q, facets, active, ignored: ignoredIn(query, facets), query: understood }
}

/** The page that a query asks for: the first without one, `null` for what is no page number. */
export function pageIn(query: URLSearchParams): number | null {
  const text = query.get('trang') || '1'
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

/** How many have each value, for {@link FacetOptions.counts}. */
export function countValues(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function addressWithout(list: string, query: URLSearchParams, name: string, value: string) {
  const rest = new URLSearchParams(query)
  rest.delete(name, value)
  return rest.size > 0 ? `${list}?${rest}` : list
}

function ignoredIn(query: URLSearchParams, facets: readonly Facet[]): string[] {
  const unknown = facets.flatMap(({ name, choices }) =>
    query
      .getAll(name)
      .filter((value) => value && !choices.some((choice) => choice.value === value)),
  )
  return unknown.slice(0, 3).map((value) => value.slice(0, LONGEST_IGNORED))
}
