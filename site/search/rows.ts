import { dateInVietnam } from '#shared/vietnamese/dates.ts'
import { foldNumber } from '#shared/vietnamese/fold.ts'
import { SEARCHED, type SearchItem, type Searched } from './item.ts'

/** What of an item chooses, counts and orders it. */
export type RowFacts = Pick<
  SearchItem,
  'collection' | 'number' | 'date' | 'expiresAt' | 'categoryIds'
>

const GROW_BY = 4_096
const GONE = 255

/**
 * Facts of all items by the number of their row, in memory: tens of thousands of results are
 * filtered and counted without a read. Some twenty bytes an item.
 */
export class Rows {
  #collections = new Uint8Array(GROW_BY).fill(GONE)
  #years = new Uint16Array(GROW_BY)
  #dates = new Float64Array(GROW_BY)
  #ends = new Float64Array(GROW_BY)
  #categories: (readonly string[] | undefined)[] = []
  /** Folded numbers of documents. */
  readonly numbers = new Map<number, string>()
  #count = 0

  get count(): number {
    return this.#count
  }

  put(row: number, facts: RowFacts): void {
    this.#makeRoomFor(row)
    if (this.#collections[row] === GONE) this.#count += 1
    this.#collections[row] = SEARCHED.indexOf(facts.collection)
    this.#years[row] = yearOf(facts)
    this.#dates[row] = facts.date ? Date.parse(facts.date) : 0
    this.#ends[row] = facts.expiresAt ? Date.parse(facts.expiresAt) : Infinity
    this.#categories[row] = sameList(facts.categoryIds)
    if (facts.number) this.numbers.set(row, foldNumber(facts.number))
    else this.numbers.delete(row)
  }

  delete(row: number): void {
    if (!this.has(row)) return
    this.#collections[row] = GONE
    this.numbers.delete(row)
    this.#count -= 1
  }

  has(row: number): boolean {
    return (this.#collections[row] ?? GONE) !== GONE
  }

  /** Whether it may be found at a moment. */
  isOpen(row: number, now: number): boolean {
    return this.has(row) && (this.#ends[row] ?? 0) > now
  }

  collection(row: number): Searched {
    return SEARCHED[this.#collections[row] ?? GONE] ?? 'news'
  }

  /** `null` for what has no date that tells anything. */
  year(row: number): string | null {
    const year = this.#years[row] ?? 0
    return year > 0 ? String(year) : null
  }

  /** Milliseconds since 1970; 0 without a date. */
  date(row: number): number {
    return this.#dates[row] ?? 0
  }

  categories(row: number): readonly string[] {
    return this.#categories[row] ?? []
  }

  /** Rows whose time is over. */
  expired(now: number): number[] {
    const rows: number[] = []
    this.#ends.forEach((end, row) => {
      if (end <= now && this.has(row)) rows.push(row)
    })
    return rows
  }

  #makeRoomFor(row: number): void {
    const size = this.#collections.length
    if (row < size) return
    const more = Math.max(row + GROW_BY, Math.ceil(size * 1.5))
    const collections = new Uint8Array(more).fill(GONE)
    collections.set(this.#collections)
    this.#collections = collections
    this.#years = grown(this.#years, new Uint16Array(more))
    this.#dates = grown(this.#dates, new Float64Array(more))
    this.#ends = grown(this.#ends, new Float64Array(more))
  }
}

function grown<Numbers extends Uint16Array | Float64Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old)
  return larger
}

function yearOf({ collection, date }: RowFacts): number {
  if (!date) return 0
  return Number((collection === 'news' ? dateInVietnam(date) : date).slice(0, 4))
}

const lists = new Map<string, readonly string[]>()

/** Most items stand in one of few categories: equal lists are one. */
function sameList(ids: readonly string[]): readonly string[] {
  const key = ids.join(' ')
  const known = lists.get(key)
  if (known) return known
  lists.set(key, ids)
  return ids
}
