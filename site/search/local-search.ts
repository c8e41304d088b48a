import { answers } from './answers.ts'
import type { SearchContent } from './content.ts'
import { KeptIndex } from './kept-index.ts'
import type { Search } from './question.ts'

/** A search without a thread of its own, which looks for changes before every answer. */
export function localSearch(file: string, content: SearchContent): Search & { close(): void } {
  const kept = new KeptIndex(file, content)
  const search = answers(kept)
  kept.open()
  let looking: Promise<unknown> = Promise.resolve()
  const caughtUp = () => {
    looking = looking.then(() => kept.catchUp())
    return looking
  }
  return {
    find: async (question) => {
      await caughtUp()
      return search.find(question)
    },
    list: async (typed, collection) => {
      await caughtUp()
      return search.list(typed, collection)
    },
    suggest: async (typed) => {
      await caughtUp()
      return search.suggest(typed)
    },
    alike: async (title, others) => {
      await caughtUp()
      return search.alike(title, others)
    },
    close: () => kept.close(),
  }
}
