import { fold } from '#shared/vietnamese/fold.ts'
import type { Report } from '../report.ts'
import type { Ability, Answer, JudgedQuery } from './judged-query.ts'

/** How many results a reader looks at. */
const LOOKED_AT = 3

/** A query as it is asked. */
export interface Asked {
  readonly query: JudgedQuery
  readonly text: string
}

export interface Verdict extends Asked {
  /** Paths of the results that a reader looks at, best first. */
  readonly found: readonly string[]
  readonly isGood: boolean
}

/** As they were written; those that are typed without marks are not among them. */
export function askedWithMarks(queries: readonly JudgedQuery[]): Asked[] {
  return queries
    .filter(({ tries }) => tries !== 'bare')
    .map((query) => ({ query, text: query.text }))
}

/** All of them, by who has no marks on the keyboard. */
export function askedWithoutMarks(queries: readonly JudgedQuery[]): Asked[] {
  return queries.map((query) => ({ query, text: fold(query.text) }))
}

/** Whether an answer is among the first results, and nothing of what was not to be there. */
export function verdictOn(
  asked: Asked,
  paths: readonly string[],
  pathsOf: ReadonlyMap<Answer, string>,
): Verdict {
  const found = paths.slice(0, LOOKED_AT)
  const isFound = (answer: Answer) => found.includes(pathsOf.get(answer) ?? '')
  const { answers, unwanted } = asked.query
  return { ...asked, found, isGood: answers.some(isFound) && !unwanted.some(isFound) }
}

/** Shares of good ones, of all and by ability, and each query that failed. */
export function reportVerdicts(report: Report, name: string, verdicts: readonly Verdict[]): void {
  const byAbility: Map<Ability, Verdict[]> = Map.groupBy(verdicts, ({ query }) => query.tries)
  for (const { text, query, found } of verdicts.filter(({ isGood }) => !isGood)) {
    const not = query.unwanted.length > 0 ? `, none of ${query.unwanted.join(' ')}` : ''
    console.log(`    ${query.tries}: ${text}\n      expected ${query.answers.join(' ')}${not}`)
    console.log(`      got      ${found.join(' ') || 'nothing'}`)
  }
  report.figure(`search.judged.${name}`, shareOfGood(verdicts), '', { atLeast: 0.95 })
  for (const [ability, some] of byAbility) {
    report.figure(`search.judged.${name}.${ability}`, shareOfGood(some))
  }
}

/** In whole hundredths, rounded down: what is almost enough is not enough. */
function shareOfGood(verdicts: readonly Verdict[]): number {
  const good = verdicts.filter(({ isGood }) => isGood).length
  return Math.floor((100 * good) / verdicts.length) / 100
}
