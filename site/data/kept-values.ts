import { Purges } from '#shared/purges.ts'
import { KeptDocuments } from './kept-documents.ts'
import {
  createPageContext,
  PUBLIC_VIEWER,
  type Dependencies,
  type PageContext,
} from './page-context.ts'

/** A value that many pages share, with all that it was read from. */
interface Kept extends Dependencies {
  readonly value: unknown
}

interface Loading {
  readonly kept: Promise<Kept>
  /** The moment of the purges at which it began. */
  readonly startedAt: number
}

/** Menus, settings, categories, and the like: hundreds, not thousands. */
const MOST_VALUES = 2_000

/**
 * Small things that many pages show, in memory until something that they were read from changes.
 * They carry the same tags as pages, are dropped by the same change log, and are not kept when a
 * tag was purged while they were read. They are read as the public sees them: no draft gets in.
 */
export class KeptValues {
  readonly documents = new KeptDocuments()
  readonly #values = new Map<string, Kept>()
  readonly #loading = new Map<string, Loading>()
  readonly #purges = new Purges()

  /**
   * The value under a name, read by `load` where there is none; the page depends on all that the
   * value was read from.
   */
  async share<Value>(
    page: PageContext,
    name: string,
    load: (page: PageContext) => Promise<Value>,
  ): Promise<Value> {
    const known = this.#values.get(name)
    const isFresh = known && (known.expiresAt === null || known.expiresAt > page.now)
    const kept = isFresh ? known : await this.#load(page, name, load)
    page.tag(...kept.tags)
    if (kept.expiresAt) page.expires(kept.expiresAt)
    return kept.value as Value
  }

  /** @param tags `null`: everything */
  purge(tags: readonly string[] | null): void {
    this.documents.purge(tags)
    if (tags === null) {
      this.#purges.noteEverything()
      this.#values.clear()
      return
    }
    this.#purges.note(tags)
    const purged = new Set(tags)
    for (const [name, kept] of this.#values) {
      if (kept.tags.some((tag) => purged.has(tag))) this.#values.delete(name)
    }
  }

  #load(
    page: PageContext,
    name: string,
    load: (page: PageContext) => Promise<unknown>,
  ): Promise<Kept> {
    const startedAt = this.#purges.now()
    const underWay = this.#loading.get(name)
    // What began before a purge may be old already.
    if (underWay?.startedAt === startedAt) return underWay.kept
    const kept = this.#read(page, name, load, startedAt).finally(() => {
      if (this.#loading.get(name)?.kept === kept) this.#loading.delete(name)
    })
    this.#loading.set(name, { kept, startedAt })
    return kept
  }

  async #read(
    { portal, now, news }: PageContext,
    name: string,
    load: (page: PageContext) => Promise<unknown>,
    startedAt: number,
  ): Promise<Kept> {
    const { page, dependencies } = createPageContext(portal, PUBLIC_VIEWER, now, this, news)
    const value = await load(page)
    const kept = { value, ...dependencies() }
    if (this.#purges.hit(kept.tags, startedAt)) return kept
    this.#values.delete(name)
    this.#values.set(name, kept)
    const [oldest] = this.#values.keys()
    if (this.#values.size > MOST_VALUES && oldest !== undefined) this.#values.delete(oldest)
    return kept
  }
}
