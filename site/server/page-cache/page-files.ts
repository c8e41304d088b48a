import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { FinishedResponse } from '../exchange.ts'
import type { PreparedPage } from './prepared-page.ts'

/**
 * Pages on disk, by path, for times without memory and without a database: `PATH/index.html` with
 * its compressed copies, as nginx serves them, and `PATH/page.json` with what it was made of, which
 * is written last and removed first. What was purged lies under `stale/` until it is rendered anew.
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
}

export interface PageFilesOptions {
  /** One for each build: pages of another one name scripts and styles that are no more. */
  readonly folder: string
  readonly maxBytes: number
  readonly onError: (error: unknown) => void
}

/** A page from the disk. */
export interface FiledPage extends FinishedResponse {
  /** Milliseconds since 1970. */
  readonly renderedAt: number
}

type Meta = Pick<FiledPage, 'headers' | 'tags' | 'expiresAt' | 'renderedAt'>

interface Kept {
  readonly tags: readonly string[]
  readonly bytes: number
}

const META = 'page.json'
const BODY = 'index.html'
const POSITION = 'position'
const COPIES = { gzip: '.gz', br: '.br' } as const

/** Opens the folder; what lies in it is looked through behind, and served meanwhile. */
export async function openPageFiles(options: PageFilesOptions): Promise<PageFiles> {
  const { folder, maxBytes, onError } = options
  const [pages, stale] = [join(folder, 'pages'), join(folder, 'stale')]
  await Promise.all([mkdir(pages, { recursive: true }), mkdir(stale, { recursive: true })])
  // What may be read. A purge takes a page out of them at once; its files follow.
  const kept = new Map<string, Kept>()
  const left = new Map<string, Kept>()
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

  const note = (place: Map<string, Kept>, path: string, entry: Kept | null) => {
    bytes -= place.get(path)?.bytes ?? 0
    place.delete(path)
    if (!entry) return
    place.set(path, entry)
    bytes += entry.bytes
  }

  const remove = async (path: string) => {
    note(kept, path, null)
    await rm(join(pages, path, META), { force: true })
    for (const name of bodyNames()) await rm(join(pages, path, name), { force: true })
  }

  const retire = async (path: string, entry: Kept) => {
    const target = join(stale, path)
    try {
      await mkdir(target, { recursive: true })
      // The body first: without its page.json it is nobody's.
      await rename(join(pages, path, BODY), join(target, BODY))
      await rename(join(pages, path, META), join(target, META))
      note(left, path, entry)
    } finally {
      await remove(path)
    }
  }

  const forgetStale = async (path: string) => {
    note(left, path, null)
    await rm(join(stale, path, META), { force: true })
    await rm(join(stale, path, BODY), { force: true })
  }

  const store = async (path: string) => {
    const page = wanted.get(path)
    wanted.delete(path)
    if (!page) return
    const own = { page, isPurged: false }
    writing = own
    await remove(path)
    const variants = await Promise.all([page.variant('gzip'), page.variant('br')])
    const target = join(pages, path)
    await mkdir(target, { recursive: true })
    const { body, headers, tags, expiresAt } = page.answer
    await writeWhole(join(target, BODY), body)
    await writeWhole(join(target, BODY + COPIES.gzip), variants[0].body)
    await writeWhole(join(target, BODY + COPIES.br), variants[1].body)
    const meta: Meta = { headers, tags, expiresAt, renderedAt: page.renderedAt }
    await writeWhole(join(target, META), JSON.stringify(meta))
    writing = null
    await forgetStale(path)
    if (own.isPurged) return remove(path)
    const size = body.length + variants[0].body.length + variants[1].body.length
    note(kept, path, { tags, bytes: size })
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

  next(async () => {
    for await (const [path, entry] of entriesIn(pages)) note(kept, path, entry)
    for await (const [path, entry] of entriesIn(stale)) note(left, path, entry)
    isLookedThrough = true
  })

  const mayRead = (path: string, ...places: readonly Map<string, Kept>[]) =>
    isLookedThrough ? places.some((place) => place.has(path)) : !isPurgedEarly

  return {
    position: await readFile(join(folder, POSITION), 'utf8').catch(() => null),
    async read(path) {
      if (!mayRead(path, kept)) return null
      const page = await readPage(pages, path)
      // Purged while it was read?
      if (!page || !mayRead(path, kept)) return null
      return (page.expiresAt ?? Infinity) > Date.now() ? page : null
    },
    async readStale(path) {
      if (!mayRead(path, kept, left)) return null
      const page = (await readPage(pages, path)) ?? (await readPage(stale, path))
      return mayRead(path, kept, left) ? page : null
    },
    remove: purgeOne,
    write(path, page) {
      const isGood = page.isHtml && page.answer.status === 200
      if (!isGood || !isWritable(path)) return
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
      next(async () => next(() => writeWhole(join(folder, POSITION), position)))
    },
    async settled() {
      for (let seen = null; seen !== last;) {
        seen = last
        await seen
      }
    },
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

type Tagged = Pick<Kept, 'tags'>

function carrying(tags: readonly string[]): (entry: Tagged) => boolean {
  const wanted = new Set(tags)
  return ({ tags: own }) => own.some((tag) => wanted.has(tag))
}

/** Whether a path can be a folder: pages alone, and nothing that leads elsewhere. */
function isWritable(path: string): boolean {
  return /^(?:\/[a-z\d][a-z\d-]{0,199}){0,6}\/?$/.test(path)
}

function bodyNames(): string[] {
  return [BODY, BODY + COPIES.gzip, BODY + COPIES.br]
}

async function readPage(root: string, path: string): Promise<FiledPage | null> {
  if (!isWritable(path)) return null
  const folder = join(root, path)
  const meta = await readMeta(folder)
  const body = meta && (await readFile(join(folder, BODY)).catch(() => null))
  return meta && body && { status: 200, ...meta, body: Uint8Array.from(body) }
}

/** `null` where there is none, or none that was written to its end. */
async function readMeta(folder: string): Promise<Meta | null> {
  try {
    return JSON.parse(await readFile(join(folder, META), 'utf8')) as Meta
  } catch {
    return null
  }
}

async function* entriesIn(root: string): AsyncGenerator<[path: string, entry: Kept]> {
  for (const found of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (found.name !== META) continue
    const meta = await readMeta(found.parentPath)
    const body = await stat(join(found.parentPath, BODY)).catch(() => null)
    if (!meta || !body) continue
    const path = `/${relative(root, found.parentPath).replaceAll(sep, '/')}`
    yield [path, { tags: meta.tags, bytes: body.size * WITH_COPIES }]
  }
}

/** A body with its two compressed copies, about. */
const WITH_COPIES = 1.5

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${process.pid}.part`)
  await writeFile(temporary, content)
  await rename(temporary, path)
}
