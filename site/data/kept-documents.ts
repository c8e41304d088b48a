import { documentTag } from '#shared/cache-tags.ts'
import { Purges } from '#shared/purges.ts'
import type { PageContext } from './page-context.ts'

/** Cards and pictures of what is asked for most: some two kilobytes each. */
const MOST_DOCUMENTS = 5_000

/** What pages show of some documents, by their ids; one that is not public is missing. */
export type LoadedById<Value> = ReadonlyMap<string, Value>

/**
 * What many pages show of single documents, each kept until that document changes. As with
 * KeptValues, nothing is kept that was purged while it was read.
 */
export class KeptDocuments {
  /** By the document's tag, then by what is shown of it. */
  readonly #byTag = new Map<string, Map<string, unknown>>()
  readonly #purges = new Purges()

  /**
   * What is known of these documents, and for the others what `load` reads of them; the page depends
   * on all of them, on those that are not public, too.
   * @param view names what is shown of a document
   */
  async share<Value>(
    page: PageContext,
    collection: string,
    ids: readonly string[],
    view: string,
    load: (ids: readonly string[]) => Promise<LoadedById<Value>>,
  ): Promise<LoadedById<Value>> {
    const values = new Map<string, Value>()
    const missing: string[] = []
    for (const id of new Set(ids)) {
      const tag = documentTag(collection, id)
      page.tag(tag)
      const known = this.#get(tag, view)
      if (known === undefined) missing.push(id)
      else if (known !== NOT_PUBLIC) values.set(id, known as Value)
    }
    if (missing.length === 0) return values
    const startedAt = this.#purges.now()
    const loaded = await load(missing)
    for (const id of missing) {
      const value = loaded.get(id)
      if (value !== undefined) values.set(id, value)
      const tag = documentTag(collection, id)
      if (!this.#purges.hit([tag], startedAt)) this.#set(tag, view, value ?? NOT_PUBLIC)
    }
    return values
  }

  /** @param tags `null`: everything */
  purge(tags: readonly string[] | null): void {
    if (tags === null) {
      this.#purges.noteEverything()
      this.#byTag.clear()
      return
    }
    this.#purges.note(tags)
    for (const tag of tags) this.#byTag.delete(tag)
  }

  #get(tag: string, view: string): unknown {
    const views = this.#byTag.get(tag)
    if (!views) return undefined
    this.#byTag.delete(tag)
    this.#byTag.set(tag, views)
    return views.get(view)
  }

  #set(tag: string, view: string, value: unknown): void {
    const views = this.#byTag.get(tag) ?? new Map<string, unknown>()
    views.set(view, value)
    this.#byTag.set(tag, views)
    const [oldest] = this.#byTag.keys()
    if (this.#byTag.size > MOST_DOCUMENTS && oldest !== undefined) this.#byTag.delete(oldest)
  }
}

const NOT_PUBLIC = Symbol('not public')
