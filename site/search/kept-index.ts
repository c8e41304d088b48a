import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { synonymsOf, type Synonyms } from '#shared/search/query.ts'
import { documentIdsIn, documentTag, globalTag } from '#shared/cache-tags.ts'
import { buildIndex } from './build-index.ts'
import type { SearchContent } from './content.ts'
import { BrokenIndexError, isCorruption } from './index-file.ts'
import { SEARCHED, type ItemKey } from './item.ts'
import { SearchIndex } from './search-index.ts'

/** Collections whose words stand in items of others. */
const PARTS = ['files', 'producers'] as const
const AT_ONCE = 100
export const SYNONYMS_TAG = globalTag('search-words')

/** The file that a new index is built in before it takes the place of the old one. */
export const nextFile = (file: string, by: string): string => `${file}.${by}`

/**
 * The index of a site node: opened where there is one, built where there is none or a broken one,
 * and kept as the change log tells. What is being built the first time can be asked already.
 */
export class KeptIndex {
  readonly #file: string
  readonly #content: SearchContent
  readonly #rebuilds: () => void
  #index: SearchIndex | null = null
  /** Of the file that is open: another one may have been put in its place. */
  #inode = 0
  #isWhole = false
  #begun = Promise.withResolvers<SearchIndex>()
  synonyms: Synonyms = synonymsOf([])

  /** @param rebuilds is told of every building */
  constructor(file: string, content: SearchContent, rebuilds: () => void = () => {}) {
    this.#file = file
    this.#content = content
    this.#rebuilds = rebuilds
  }

  /** The index to ask, which may still be growing; waits until there is one. */
  async toAsk(): Promise<SearchIndex> {
    return this.#index ?? this.#begun.promise
  }

  get count(): number {
    return this.#index?.rows.count ?? 0
  }

  get isWhole(): boolean {
    return this.#isWhole
  }

  /** Opens what an earlier process left. */
  open(): void {
    try {
      this.#index = SearchIndex.open(this.#file)
      this.#inode = inodeOf(this.#file)
      this.#isWhole = true
      const synonyms = this.#index.about('synonyms')
      if (synonyms) this.synonyms = synonymsOf(JSON.parse(synonyms) as [string, string][])
    } catch (error) {
      if (!(error instanceof BrokenIndexError)) throw error
      this.#index = null
    }
  }

  /**
   * Brings the index to where the change log ends.
   * @returns whether answers may be others than before
   * @throws where the content cannot be read, or the index cannot be written
   */
  async catchUp(): Promise<boolean> {
    const isAnother = this.#index !== null && inodeOf(this.#file) !== this.#inode
    if (isAnother) this.#reopen()
    const position = this.#index?.about('position') ?? null
    const news = position === null ? null : await this.#content.since(position)
    if (news === null) await this.rebuild()
    else if (news.position === position) return isAnother
    else await this.#apply(news.tags, news.position)
    return true
  }

  /** Builds the index anew; the old one answers meanwhile. */
  async rebuild(): Promise<void> {
    this.#rebuilds()
    const next = nextFile(this.#file, 'next')
    mkdirSync(dirname(this.#file), { recursive: true })
    removeIndex(next)
    this.synonyms = synonymsOf(await this.#content.synonyms())
    const built = await buildIndex({
      file: next,
      content: this.#content,
      started: (index) => {
        this.#index ??= index
        this.#begun.resolve(this.#index)
      },
    })
    built.close()
    if (this.#index !== built) this.#index?.close()
    renameSync(next, this.#file)
    this.open()
  }

  /** Throws the index away, so that the next catching up builds it anew. */
  discard(): void {
    this.#index?.close()
    this.#index = null
    this.#isWhole = false
    this.#begun = Promise.withResolvers()
    removeIndex(this.#file)
  }

  /** Whether an error says that the file itself is no good. */
  isBroken(error: unknown): boolean {
    return error instanceof BrokenIndexError || isCorruption(error)
  }

  forgetExpired(now: number): void {
    const index = this.#index
    if (index && this.#isWhole && index.rows.expired(now).length > 0) {
      index.transaction(() => index.removeExpired(now))
    }
  }

  close(): void {
    this.#index?.close()
    this.#index = null
  }

  #reopen(): void {
    this.#index?.close()
    this.open()
  }

  async #apply(tags: readonly string[], position: string): Promise<void> {
    const synonyms = tags.includes(SYNONYMS_TAG) ? await this.#content.synonyms() : null
    const keys = this.#keysIn(tags)
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const some = keys.slice(at, at + AT_ONCE)
      const items = await this.#content.items(some)
      this.#write(some, (index) => items.forEach((item) => index.put(item)))
    }
    this.#write([], (index) => {
      if (synonyms) index.note('synonyms', JSON.stringify(synonyms))
      index.note('position', position)
    })
    if (synonyms) this.synonyms = synonymsOf(synonyms)
  }

  #keysIn(tags: readonly string[]): ItemKey[] {
    const own = SEARCHED.flatMap((collection) =>
      documentIdsIn(tags, collection).map((id) => documentTag(collection, id)),
    )
    const parts = PARTS.flatMap((part) =>
      documentIdsIn(tags, part).map((id) => documentTag(part, id)),
    )
    return [...new Set([...own, ...parts.flatMap((part) => this.#index?.holding(part) ?? [])])]
  }

  /** What is no longer public is out when the others are in. */
  #write(keys: readonly ItemKey[], write: (index: SearchIndex) => void): void {
    const index = this.#index
    if (!index) return
    try {
      index.transaction(() => {
        for (const key of keys) index.remove(key)
        write(index)
      })
    } catch (error) {
      // What is in memory may be ahead of the file now.
      this.#reopen()
      throw error
    }
  }
}

function inodeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? 0
}

function removeIndex(file: string): void {
  for (const end of ['', '-journal']) rmSync(file + end, { force: true })
}
