import { alike } from './alike.ts'
import { find, list } from './find.ts'
import type { KeptIndex } from './kept-index.ts'
import type { Search } from './question.ts'
import { suggest } from './suggest.ts'

/** The search, as an index on disk answers it; who asks before there is one waits for it. */
export function answers(kept: KeptIndex): Search {
  return {
    find: async (question) => ({
      ...find(await kept.toAsk(), question, kept.synonyms, Date.now()),
      isWhole: kept.isWhole,
    }),
    list: async (typed, collection) =>
      list(await kept.toAsk(), typed, collection, kept.synonyms, Date.now()),
    alike: async (title, others) => alike(await kept.toAsk(), title, others),
    suggest: async (typed) => suggest(await kept.toAsk(), typed, kept.synonyms, Date.now()),
  }
}
