import { setImmediate as otherWork } from 'node:timers/promises'
import { documentTag } from '#shared/cache-tags.ts'
import type { SearchContent } from './content.ts'
import type { ItemKey, SearchItem } from './item.ts'
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
    let reading = itemsOf(content, keys.slice(0, AT_ONCE))
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const items = await reading
      const done = Math.min(at + AT_ONCE, keys.length)
      // Where the content is read in another thread, that goes on meanwhile.
      reading = itemsOf(content, keys.slice(done, done + AT_ONCE))
      // Its failure is met when it is awaited, which may be never.
      reading.catch(() => {})
      index.putAll(items)
      progress(done, keys.length)
      await otherWork()
    }
    index.finish(position, JSON.stringify(synonyms))
    return index
  } catch (error) {
    index.close()
    throw error
  }
}

/** In the order of their keys, which is that of their rows. */
async function itemsOf(content: SearchContent, keys: readonly ItemKey[]): Promise<SearchItem[]> {
  const items = new Map(
    (await content.items(keys)).map((item) => [documentTag(item.collection, item.id), item]),
  )
  return keys.flatMap((key) => items.get(key) ?? [])
}
