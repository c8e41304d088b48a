import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePublicFolder } from '#cms/storage/public-modes.ts'
import {
  canBeFolder,
  filedIn,
  moveFiled,
  readFiled,
  removeFiled,
  withCopies,
  withoutCopies,
  writeFiled,
  type FiledEntry,
  type FiledPage,
  type NotFiled,
  type PageFolder,
} from './page-folder.ts'
import { readPosition, writePosition } from './position-file.ts'
import type { PreparedPage } from './prepared-page.ts'

/**
 * Pages on disk, by path, for times without memory and without a database: `PATH/index.html` with
 * its compressed copies, as nginx serves them, and `PATH/page.json` with what it was made of, which
 * is written last and removed first. What was purged lies under `stale/` until it is rendered anew.
 * What is not as it was written (cut, replaced, of another page) is as if it were not there.
 */
export interface PageFiles {
  /** A page that nothing has purged, as it was rendered; `null` where there is none. */
  read(path: string): Promise<FiledPage | null>
  /** The last page there was, purged or not. */
  readStale(path: string): Promise<FiledPage | null>
  /** There is no such page any more: not even for bad times. */
  remove(path: string): void
  /** Writes a page by and by. */
  write(path: string, page: PreparedPage): void
  /** @param tags `null`: everything */
  purge(tags: readonly string[] | null, withdrawn: readonly string[]): void
  /** Keeps where the reader of the change log is, once all that it told has been done here. */
  keepPosition(position: string): void
  /** Where the reader of the change log was when the pages that lie here were last looked after. */
  readonly position: string | null
  /** Resolves when all that was asked for has been done. */
  settled(): Promise<void>
  /** Ends with what is under way; pages that wait to be written are left out. */
  stop(): Promise<void>
}

export interface PageFilesOptions {
  /** One for each build: pages of another one name scripts and styles that are no more. */
  readonly folder: string
  readonly maxBytes: number
  readonly onError: (error: unknown) => void
  /** Is told of a page whose files were not as they were written, once they are removed. */
  readonly onDamage?: (path: string) => void
}

/**
 * Pages that may wait to be written, some tens of megabytes. Where more are rendered than the disk
 * takes, the others are written when they are rendered again.
 */
const MOST_WAITING = 300

/** Opens the folder; what lies in it is looked through behind, and served meanwhile. */
export async function openPageFiles(options: PageFilesOptions): Promise<PageFiles> {
  const { folder, maxBytes, onError, onDamage = () => {} } = options
  const pages = withCopies(join(folder, 'pages'))
  const stale = withoutCopies(join(folder, 'stale'))
  // Where a web server may read, so beside the pages and out of its reach: what was purged.
  await makePublicFolder(pages.root)
  await mkdir(stale.root, { recursive: true, mode: 0o700 })
  const positionFile = join(folder, 'position')
  // What may be read. A purge takes a page out of them at once; its files follow.
  const kept = new Map<string, FiledEntry>()
  const left = new Map<string, FiledEntry>()
  const wanted = new Map<string, PreparedPage>()
  let writing: { readonly page: PreparedPage; isPurged: boolean } | null = null
  let bytes = 0
  let isLookedThrough = false
  let isPurgedEarly = false

  // One thing after the other, so that a page is never written and removed at once.
  let last: Promise<void> = Promise.resolve()
  const next = (work: () => Promise<void>) => {
    last = last.then(work).catch(onError)
  }

  const note = (place: Map<string, FiledEntry>, path: string, entry: FiledEntry | null) => {
    bytes -= place.get(path)?.bytes ?? 0
    place.delete(path)
    if (!entry) return
    place.set(path, entry)
    bytes += entry.bytes
  }

  const remove = async (path: string) => {
    note(kept, path, null)
    await removeFiled(pages, path)
  }

  const retire = async (path: string, entry: FiledEntry) => {
    await moveFiled(pages, stale, path)
    note(left, path, entry)
  }

  const forgetStale = async (path: string) => {
    note(left, path, null)
    await removeFiled(stale, path)
  }

  const store = async (path: string) => {
    const page = wanted.get(path)
    wanted.delete(path)
    if (!page) return
    const own = { page, isPurged: false }
    writing = own
    await remove(path)
    const entry = await writeFiled(pages, path, page)
    if (left.has(path)) await forgetStale(path)
    // From here on a purge finds it among those that are kept.
    writing = null
    if (own.isPurged) return remove(path)
    note(kept, path, entry)
    await makeRoom()
  }

  /** Purged pages go first, the oldest before the others. */
  const makeRoom = async () => {
    for (const [path] of left) if (bytes > maxBytes) await forgetStale(path)
    for (const [path] of kept) if (bytes > maxBytes) await remove(path)
  }

  /** Takes out of reach what a purge hits, and has its files follow. */
  const purge = (isHit: (entry: Tagged) => boolean, isWithdrawn: (entry: Tagged) => boolean) => {
    if (writing && isHit(writing.page.answer)) writing.isPurged = true
    for (const [path, page] of wanted) if (isHit(page.answer)) wanted.delete(path)
    for (const [path, entry] of kept) {
      if (!isHit(entry)) continue
      note(kept, path, null)
      next(() => (isWithdrawn(entry) ? remove(path) : retire(path, entry)))
    }
    for (const [path, entry] of left) {
      if (!isWithdrawn(entry)) continue
      note(left, path, null)
      next(() => forgetStale(path))
    }
  }

  const lookThrough = async (at: PageFolder, place: Map<string, FiledEntry>) => {
    for await (const [path, found] of filedIn(at)) {
      if (typeof found !== 'string') {
        note(place, path, found)
        continue
      }
      // Also what was never finished: no purge would reach it, but a web server would send it.
      await removeFiled(at, path)
      if (found === 'damaged') onDamage(path)
    }
  }

  next(async () => {
    await lookThrough(pages, kept)
    await lookThrough(stale, left)
    isLookedThrough = true
  })

  const isGood = (
    page: FiledPage | NotFiled,
    place: Map<string, FiledEntry>,
    path: string,
  ): page is FiledPage =>
    typeof page !== 'string' && (!isLookedThrough || place.get(path)?.checksum === page.checksum)

  /** A page that is whole, and the very one that is known to lie here. */
  const readWhole = async (at: PageFolder, place: Map<string, FiledEntry>, path: string) => {
    const page = await readFiled(at, path)
    if (isGood(page, place, path)) return page
    if (page !== 'absent') next(() => discard(at, place, path))
    return null
  }

  /** Looks again: by now the page may have been purged, or written anew. */
  const discard = async (at: PageFolder, place: Map<string, FiledEntry>, path: string) => {
    const page = await readFiled(at, path)
    if (page === 'absent' || isGood(page, place, path)) return
    note(place, path, null)
    await removeFiled(at, path)
    onDamage(path)
  }

  const mayRead = (path: string, ...places: readonly Map<string, FiledEntry>[]) =>
    isLookedThrough ? places.some((place) => place.has(path)) : !isPurgedEarly

  return {
    position: await readPosition(positionFile),
    async read(path) {
      if (!mayRead(path, kept)) return null
      const page = await readWhole(pages, kept, path)
      // Purged while it was read?
      if (!page || !mayRead(path, kept)) return null
      return (page.expiresAt ?? Infinity) > Date.now() ? page : null
    },
    async readStale(path) {
      if (!mayRead(path, kept, left)) return null
      const page = (await readWhole(pages, kept, path)) ?? (await readWhole(stale, left, path))
      return mayRead(path, kept, left) ? page : null
    },
    remove: purgeOne,
    write(path, page) {
      const isGood = page.isHtml && page.answer.status === 200
      if (!isGood || !canBeFolder(path) || (wanted.size >= MOST_WAITING && !wanted.has(path)))
        return
      wanted.set(path, page)
      next(() => store(path))
    },
    purge(tags, withdrawn) {
      const isHit = tags === null ? () => true : carrying(tags)
      const isWithdrawn = carrying(withdrawn)
      purge(isHit, isWithdrawn)
      if (isLookedThrough) return
      isPurgedEarly = true
      next(async () => purge(isHit, isWithdrawn))
    },
    keepPosition(position) {
      // What a purge found is queued by then; what it finds later, in the queue, comes before this.
      next(async () => next(() => writePosition(positionFile, position)))
    },
    settled,
    stop() {
      wanted.clear()
      return settled()
    },
  }

  async function settled(): Promise<void> {
    for (let seen = null; seen !== last;) {
      seen = last
      await seen
    }
  }

  function purgeOne(path: string): void {
    wanted.delete(path)
    if (!kept.has(path) && !left.has(path)) return
    note(kept, path, null)
    note(left, path, null)
    next(async () => {
      await remove(path)
      await forgetStale(path)
    })
  }
}

type Tagged = Pick<FiledEntry, 'tags'>

function carrying(tags: readonly string[]): (entry: Tagged) => boolean {
  const wanted = new Set(tags)
  return ({ tags: own }) => own.some((tag) => wanted.has(tag))
}
