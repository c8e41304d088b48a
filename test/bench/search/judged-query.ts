import type { SampleCollection } from '#cms/sample/sample-item.ts'
import type { PublicCollection } from '#shared/routes.ts'

/** What a query asks of the search. */
export type Ability =
  | 'title'
  | 'number'
  | 'summary'
  | 'body'
  | 'details'
  | 'attachment'
  | 'abbreviation'
  | 'phrase'
  | 'exclusion'
  | 'beginning'
  | 'slip'
  | 'spelling'
  | 'bare'
  | 'question'

/** Collection and key of an item of the sample: its slug may hold the year in which it was added. */
export type Answer = `${SampleCollection & PublicCollection}/${string}`

/** A query as somebody types it, and what answers it in the sample. */
export interface JudgedQuery {
  readonly text: string
  readonly tries: Ability
  /** Any of them answers it. */
  readonly answers: readonly Answer[]
  /** What the query asks not to see. */
  readonly unwanted: readonly Answer[]
}

/** Queries that try the same ability, each with what answers it. */
export function judged(
  tries: Ability,
  answersTo: Readonly<Record<string, Answer | readonly Answer[]>>,
): JudgedQuery[] {
  return Object.entries(answersTo).map(([text, answers]) => ({
    text,
    tries,
    answers: typeof answers === 'string' ? [answers] : answers,
    unwanted: [],
  }))
}
