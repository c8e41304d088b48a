import { wordMeant } from '#shared/search/slips.ts'
import { fold } from '#shared/vietnamese/fold.ts'
import { foldedWords } from '#shared/vietnamese/words.ts'
import type { PageContext } from '../page-context.ts'
import { shared } from '../shared-values.ts'
import { matching } from './match.ts'
import { titleIndex } from './title-index.ts'

const WORD = /[\p{L}\p{N}]+/gu

/** A query that finds something, where a slip in each unknown word of the typed one leads to it. */
export async function queryMeant(page: PageContext, typed: string): Promise<string | null> {
  const { counts, spellings } = await titleWords(page)
  let isChanged = false
  const meant = typed.replace(WORD, (written) => {
    const word = foldedWords(written)
    const other = counts.has(word) ? null : wordMeant(word, counts)
    if (!other) return written
    isChanged = true
    return spellings.get(other) ?? other
  })
  return isChanged && matching(await titleIndex(page), meant).length > 0 ? meant : null
}

/** All words of titles, folded, and how each is spelt most often. */
const titleWords = shared('title-words', async (page) => {
  const written = new Map<string, number>()
  for (const { title } of await titleIndex(page)) {
    for (const [word] of title.normalize('NFC').matchAll(WORD)) {
      const lower = word.toLocaleLowerCase('vi')
      written.set(lower, (written.get(lower) ?? 0) + 1)
    }
  }
  const counts = new Map<string, number>()
  const spellings = new Map<string, string>()
  for (const [word, count] of [...written].toSorted(([, a], [, b]) => a - b)) {
    const folded = fold(word)
    counts.set(folded, (counts.get(folded) ?? 0) + count)
    // The last one, which is the most usual, stays.
    spellings.set(folded, word)
  }
  return { counts, spellings }
})
