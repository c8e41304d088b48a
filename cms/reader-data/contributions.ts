/** What readers send in, by its fields: their words, and what tells who they are. */
export const CONTRIBUTIONS = {
  comments: { words: ['content'], person: ['name', 'email'] },
  questions: { words: ['title', 'content'], person: ['name', 'email'] },
  feedback: { words: ['subject', 'content'], person: ['name', 'email', 'phone'] },
} as const

export type Contribution = keyof typeof CONTRIBUTIONS

export const CONTRIBUTION_COLLECTIONS = Object.keys(CONTRIBUTIONS) as Contribution[]

/** A stored contribution, as far as the acts on a reader's data go. */
export interface StoredContribution {
  readonly id: string
  readonly consentWithdrawnAt?: string | null
  readonly erasedAt?: string | null
  readonly [field: string]: unknown
}

/** All fields of a reader, words first. */
export function readersFields(collection: Contribution): readonly string[] {
  const { words, person } = CONTRIBUTIONS[collection]
  return [...words, ...person]
}
