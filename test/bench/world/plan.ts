import { Random } from './random.ts'

/** How much a world holds. */
export interface WorldSize {
  readonly news: number
  /** Of each news item; the last one is what stands in the portal. */
  readonly versions: number
  readonly documents: number
  readonly comments: number
  readonly users: number
  /** Rows of visit counters. */
  readonly counters: number
  /** Pictures and files, three to one. */
  readonly uploads: number
  /** What all originals together weigh at least; 0: as they come, some tens of kilobytes each. */
  readonly uploadMb: number
}

/** Tables whose rows refer to each other by number. */
export type Numbered =
  | 'news'
  | 'news.versions'
  | 'documents'
  | 'documents.versions'
  | 'comments'
  | 'users'
  | 'visit-counts'
  | 'media'
  | 'files'
  | 'categories'
  | 'topics'
  | 'redirects'
  | 'usages'

/** A fixed past: the same seed gives the same rows on every day. */
const FIRST = Date.UTC(2017, 0, 2, 1)
const LAST = Date.UTC(2025, 10, 28, 9)

/** What every row of a world can be told from: its table and its number, before any row is made. */
export class WorldPlan {
  readonly seed: string
  readonly size: WorldSize

  constructor(seed: string, size: WorldSize) {
    this.seed = seed
    this.size = size
  }

  get pictures(): number {
    return Math.ceil(this.size.uploads * 0.75)
  }

  get files(): number {
    return this.size.uploads - this.pictures
  }

  /** The stream of one row. */
  random(table: Numbered | 'globals' | 'templates', number: number): Random {
    return new Random(this.seed, table, number)
  }

  /** When a row came to be, in ms since 1970: later rows later, over almost nine years. */
  moment(table: Numbered, number: number): number {
    const share =
      (number + new Random(this.seed, table, number, 'moment').next()) / this.#count(table)
    return Math.floor(FIRST + (LAST - FIRST) * Math.min(share, 1))
  }

  /** The id of a row: a UUID of version 7, in the order of time. */
  id(table: Numbered, number: number): string {
    const time = this.moment(table, number).toString(16).padStart(12, '0')
    const tail = new Random(this.seed, table, number, 'id').hex(19)
    return [
      time.slice(0, 8),
      time.slice(8),
      `7${tail.slice(0, 3)}`,
      `${'89ab'[parseInt(tail[3] ?? '0', 16) % 4]}${tail.slice(4, 7)}`,
      tail.slice(7),
    ].join('-')
  }

  #count(table: Numbered): number {
    const { size } = this
    switch (table) {
      case 'news':
      case 'documents':
      case 'comments':
        return size[table]
      case 'news.versions':
        return size.news * size.versions
      case 'documents.versions':
        return size.documents
      case 'redirects':
        return size.news / 50
      case 'visit-counts':
        return size.counters
      case 'media':
        return this.pictures
      case 'files':
        return this.files
      // Few, or as many as there happen to be: all of the first hours.
      default:
        return 1_000_000
    }
  }
}
