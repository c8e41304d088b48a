/** What is searched, in the order of its kinds on the page. */
export const SEARCHED = [
  'news',
  'documents',
  'programmes',
  'products',
  'producers',
  'questions',
  'pages',
] as const

export type Searched = (typeof SEARCHED)[number]

/** One thing that can be found, in the words that readers see. */
export interface SearchItem {
  readonly collection: Searched
  readonly id: string
  readonly path: string
  readonly title: string
  /** Of documents, as it is written. */
  readonly number: string
  readonly summary: string
  /** What stands beside the text: signers, addresses, telephone numbers, awards, steps. */
  readonly details: string
  readonly body: string
  /** Names and texts of its files. */
  readonly files: string
  /** Of news and documents, a calendar date or moment; the others have none that tells anything. */
  readonly date: string | null
  /** After this moment it is not found. */
  readonly expiresAt: string | null
  readonly categoryIds: readonly string[]
  /** Tags of other documents whose words stand in this item: files, the producer. */
  readonly parts: readonly string[]
}

/** An item's name within the index: the cache tag of its document. */
export type ItemKey = string
