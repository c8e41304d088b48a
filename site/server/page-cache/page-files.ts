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
  const kept = new Map<string, Kept>()
  const left = new Map<string, Kept>()
  const wanted = new Map<string, PreparedPage>()
  let bytes = 0

  // One thing after the other, so that a page is never written and removed at once.
  let last: Promise<void> = Promise.resolve()
  const next = (work: () => Promise<void>) => {
    last = last.then(work).catch(onError)
  }

  const note = (path: string, entry: Kept | null) => {
    bytes -= kept.get(path)?.bytes ?? 0
    kept.delete(path)
    if (!entry) return
    kept.set(path, entry)
    bytes += entry.bytes
  }

  const remove = async (path: string) => {
    note(path, null)
    await rm(join(pages, path, META), { force: true })
    for (const name of bodyNames()) await rm(join(pages, path, name), { force: true })
  }

  const retire = async (path: string) => {
    const entry = kept.get(path)
    const target = join(stale, path)
    await mkdir(target, { recursive: true })
    try {
      // The body first: without its page.json it is nobody's.
      await rename(join(pages, path, BODY), join(target, BODY))
      await rename(join(pages, path, META), join(target, META))
      if (entry) left.set(path, entry)
    } finally {
      await remove(path)
    }
  }

  const forgetStale = async (path: string) => {
    left.delete(path)
    await rm(join(stale, path, META), { force: true })
    await rm(join(stale, path, BODY), { force: true })
  }

  const store = async (path: string) => {
    const page = wanted.get(path)
    wanted.delete(path)
    if (!page) return
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
    note(path, { tags, bytes: body.length + variants[0].body.length + variants[1].body.length })
    await forgetStale(path)
    for (const [oldest] of kept) {
      if (bytes <= maxBytes) break
      await remove(oldest)
    }
  }

  next(async () => {
    for (const [root, entries] of [
      [pages, kept],
      [stale, left],
    ] as const) {
      for await (const [path, meta, size] of metasIn(root)) {
        if (entries === kept) note(path, { tags: meta.tags, bytes: size })
        else entries.set(path, { tags: meta.tags, bytes: size })
      }
    }
  })

  return {
    position: await readFile(join(folder, POSITION), 'utf8').catch(() => null),
    read: async (path) => {
      const page = await readPage(pages, path)
      return page && (page.expiresAt ?? Infinity) > Date.now() ? page : null
    },
    readStale: async (path) => (await readPage(pages, path)) ?? (await readPage(stale, path)),
    remove(path) {
      if (!kept.has(path) && !left.has(path)) return
      next(async () => {
        await remove(path)
        await forgetStale(path)
      })
    },
    write(path, page) {
      const isGood = page.isHtml && page.answer.status === 200
      if (!isGood || !isWritable(path)) return
      wanted.set(path, page)
      next(() => store(path))
    },
    purge(tags, withdrawn) {
      const hit = (marks: readonly string[]) => {
        const set = new Set(marks)
        return ({ tags: own }: Kept) => own.some((tag) => set.has(tag))
      }
      next(async () => {
        const isHit = tags === null ? () => true : hit(tags)
        const isWithdrawn = hit(withdrawn)
        for (const [path, entry] of kept) if (isHit(entry)) await retire(path).catch(onError)
        for (const [path, entry] of left) if (isWithdrawn(entry)) await forgetStale(path)
      })
    },
    keepPosition(position) {
      next(() => writeWhole(join(folder, POSITION), position))
    },
    settled: () => last,
  }
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

async function* metasIn(root: string): AsyncGenerator<[path: string, meta: Meta, bytes: number]> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.name !== META) continue
    const meta = await readMeta(entry.parentPath)
    if (meta === null) continue
    const { size } = await stat(join(entry.parentPath, BODY))
    const path = `/${relative(root, entry.parentPath).replaceAll(sep, '/')}`
    yield [path, meta, size * WITH_COPIES]
  }
}

/** A body with its two compressed copies, about. */
const WITH_COPIES = 1.5

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${process.pid}.part`)
  await writeFile(temporary, content)
  await rename(temporary, path)
}
