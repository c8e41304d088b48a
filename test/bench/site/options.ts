import { parseArgs } from 'node:util'

/** What is measured at every size. */
export const EACH_SIZE = ['misses', 'start', 'memory'] as const
/** What is measured at the largest size alone. */
export const LARGEST = ['hits', 'busy-hits', 'publishing', 'storm', 'visits', 'kills'] as const

export type Subject = (typeof EACH_SIZE)[number] | (typeof LARGEST)[number]

export interface SiteOptions {
  readonly seed: string
  readonly database: (typeof DATABASES)[number]
  /** Numbers of news items, the smallest first. */
  readonly sizes: readonly number[]
  readonly subjects: ReadonlySet<Subject>
}

const DATABASES = ['sqlite', 'mongodb'] as const
const SUBJECTS: readonly Subject[] = [...EACH_SIZE, ...LARGEST]
const DEFAULT_NEWS = ['10000']
/** With fewer, what was asked for once would be asked for again. */
const FEWEST_NEWS = 1_000

export const USAGE =
  `[--news N[,N…]] [--database ${DATABASES.join('|')}] [--seed WORD] ` +
  `[--only ${SUBJECTS.join('|')}[,…]]`

/** @throws Error for a word that it does not know */
export function readOptions(words: string[]): SiteOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      seed: { type: 'string', default: 'portal' },
      database: { type: 'string', default: DATABASES[0] },
      news: { type: 'string', multiple: true, default: DEFAULT_NEWS },
      only: { type: 'string', multiple: true, default: [...SUBJECTS] },
    },
  })
  return {
    seed: values.seed,
    database: oneOf(DATABASES, '--database', values.database),
    sizes: [...new Set(listed(values.news).map(newsCount))].toSorted((a, b) => a - b),
    subjects: new Set(listed(values.only).map((word) => oneOf(SUBJECTS, '--only', word))),
  }
}

/** A size as names of figures have it: 10000 is "10k". */
export function sizeName(news: number): string {
  return news % 1_000 === 0 ? `${news / 1_000}k` : String(news)
}

function listed(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(','))
}

function newsCount(word: string): number {
  const count = Number(word)
  if (Number.isSafeInteger(count) && count >= FEWEST_NEWS) return count
  throw new Error(`--news is "${word}". Give whole numbers from ${FEWEST_NEWS} on.`)
}

function oneOf<Word extends string>(words: readonly Word[], option: string, given: string): Word {
  const word = words.find((known) => known === given)
  if (word) return word
  throw new Error(`${option} is "${given}". Give ${words.join(', ')}.`)
}
