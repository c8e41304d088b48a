import { setImmediate as otherWork } from 'node:timers/promises'
import type { SearchContent } from './content.ts'
import { SearchIndex } from './search-index.ts'

/** Items that are read and written at once: a twentieth of a second in which no query is answered. */
const AT_ONCE = 100

export interface Building {
  readonly file: string
  readonly content: SearchContent
  /** Is given the index as soon as it can be asked. */
  readonly started?: (index: SearchIndex) => void
  readonly progress?: (done: number, all: number) => void
}

/**
 * Builds a whole index in a new file. What changes meanwhile comes from the change log afterwards,
 * since the index starts from where that ended before the first item was read.
 */
export async function buildIndex({
  file,
  content,
  started = () => {},
  progress = () => {},
}: Building): Promise<SearchIndex> {
  const index = SearchIndex.create(file)
  try {
    started(index)
    const position = await content.end()
    const synonyms = await content.synonyms()
    const keys = await content.keys()
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const some = keys.slice(at, at + AT_ONCE)
      const items = new Map(
        (await content.items(some)).map((item) => [`${item.collection}:${item.id}`, item]),
      )
      index.putAll(some.flatMap((key) => items.get(key) ?? []))
      progress(Math.min(at + AT_ONCE, keys.length), keys.length)
      await otherWork()
    }
    index.finish(position, JSON.stringify(synonyms))
    return index
  } catch (error) {
    index.close()
    throw error
  }
}
