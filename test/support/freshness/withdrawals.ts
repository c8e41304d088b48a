import type { PageName } from './pages.ts'

/** How a document ceases to be public, and comes back. */
export interface Withdrawal {
  readonly name: string
  readonly away: object
  readonly back: object
  /** Pages on which it stands by the way: there it may come back within a minute. */
  readonly lagging?: readonly PageName[]
}

const DRAFT = { name: 'a draft again', away: { _status: 'draft' }, back: { _status: 'published' } }
const TRASH = {
  name: 'in the trash',
  away: { deletedAt: new Date().toISOString() },
  back: { deletedAt: null },
}
const REJECTED = { name: 'refused', away: { status: 'rejected' }, back: { status: 'approved' } }

export const WITHDRAWALS: Readonly<Record<string, readonly Withdrawal[]>> = {
  news: [{ ...DRAFT, lagging: ['article beside it'] }],
  documents: [DRAFT],
  products: [DRAFT],
  producers: [DRAFT],
  programmes: [DRAFT],
  pages: [DRAFT],
  questions: [REJECTED, TRASH],
  comments: [REJECTED, TRASH],
  categories: [TRASH],
  topics: [TRASH],
}
