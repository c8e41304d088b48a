import type { JudgedQuery } from './judged-query.ts'
import { numberQueries } from './queries/numbers.ts'
import { questionQueries } from './queries/questions.ts'
import { signQueries } from './queries/signs.ts'
import { spellingQueries } from './queries/spellings.ts'
import { textQueries } from './queries/texts.ts'
import { titleQueries } from './queries/titles.ts'

/**
 * What citizens, enterprises and editors ask, judged by what the sample says. A query stays as it
 * is where the search fails it: only the sample may change it.
 */
export const JUDGED_QUERIES: readonly JudgedQuery[] = [
  ...titleQueries,
  ...numberQueries,
  ...textQueries,
  ...signQueries,
  ...spellingQueries,
  ...questionQueries,
]
