import { chmod, mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { makePublicFolder, PUBLIC_FILE } from '#cms/storage/public-modes.ts'
import type { FinishedResponse } from '../exchange.ts'
import type { PreparedPage } from './prepared-page.ts'

/** A page from the disk. */
export interface FiledPage extends FinishedResponse {
  /** Milliseconds since 1970. */
  readonly renderedAt: number
}

/** What is known of a page on disk without reading it. */
export interface FiledEntry {
  readonly tags: readonly string[]
  /** What its files take on the disk, about. */
  readonly bytes: number
}

type Meta = Pick<FiledPage, 'headers' | 'tags' | 'expiresAt' | 'renderedAt'>

/** Written last and removed first: a folder without it holds no page. */
const META = 'page.json'
const BODY = 'index.html'
const COPIES = { gzip: `${BODY}.gz`, br: `${BODY}.br` } as const
const ALL = [META, BODY, ...Object.values(COPIES)]
/** A body with its two compressed copies, about. */
const WITH_COPIES = 1.5
/** File systems give whole blocks. */
const BLOCK_BYTES = 4_096

/** Whether a path can be a folder: pages alone, and nothing that leads elsewhere. */
export function canBeFolder(path: string): boolean {
  return /^(?:\/[a-z\d][a-z\d-]{0,199}){0,6}\/?$/.test(path)
}

/** The page of a path; `null` where there is none, or none that was written to its end. */
export async function readFiled(root: string, path: string): Promise<FiledPage | null> {
  if (!canBeFolder(path)) return null
  const folder = join(root, path)
  const meta = await readMeta(folder)
  const body = meta && (await readFile(join(folder, BODY)).catch(() => null))
  return meta && body && { status: 200, ...meta, body: Uint8Array.from(body) }
}

/** Writes a page with its compressed copies, as nginx serves them. */
export async function writeFiled(
  root: string,
  path: string,
  page: PreparedPage,
): Promise<FiledEntry> {
  const [gzip, br] = await Promise.all([page.variant('gzip'), page.variant('br')])
  const folder = join(root, path)
  const { body, headers, tags, expiresAt } = page.answer
  const meta: Meta = { headers, tags, expiresAt, renderedAt: page.renderedAt }
  await makePublicFolder(folder)
  await writeWhole(join(folder, BODY), body, PUBLIC_FILE)
  await writeWhole(join(folder, COPIES.gzip), gzip.body, PUBLIC_FILE)
  await writeWhole(join(folder, COPIES.br), br.body, PUBLIC_FILE)
  const metaText = JSON.stringify(meta)
  await writeWhole(join(folder, META), metaText)
  const lengths = [body, gzip.body, br.body, metaText].map(({ length }) => inBlocks(length))
  return { tags, bytes: lengths.reduce((sum, length) => sum + length, 0) }
}

export async function removeFiled(root: string, path: string): Promise<void> {
  for (const name of ALL) {
    // Not `rm`, which first looks at what it is to remove.
    await unlink(join(root, path, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

/** Moves a page without its copies. */
export async function moveFiled(from: string, to: string, path: string): Promise<void> {
  try {
    await mkdir(join(to, path), { recursive: true })
    await rename(join(from, path, BODY), join(to, path, BODY))
    await rename(join(from, path, META), join(to, path, META))
  } finally {
    await removeFiled(from, path)
  }
}

/** All pages below a folder, by their paths. */
export async function* filedIn(root: string): AsyncGenerator<[path: string, entry: FiledEntry]> {
  for (const found of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (found.name !== META) continue
    const meta = await readMeta(found.parentPath)
    const body = await stat(join(found.parentPath, BODY)).catch(() => null)
    if (!meta || !body) continue
    const path = `/${relative(root, found.parentPath).replaceAll(sep, '/')}`
    yield [path, { tags: meta.tags, bytes: inBlocks(body.size * WITH_COPIES) + 3 * BLOCK_BYTES }]
  }
}

/**
 * Writes a file that appears as a whole.
 * @param mode its rights, where it is not this account's alone
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  mode?: number,
): Promise<void> {
  const temporary = join(dirname(path), `.${process.pid}.part`)
  await writeFile(temporary, content)
  if (mode !== undefined) await chmod(temporary, mode)
  await rename(temporary, path)
}

/** A length in whole blocks. */
function inBlocks(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES
}

async function readMeta(folder: string): Promise<Meta | null> {
  try {
    return JSON.parse(await readFile(join(folder, META), 'utf8')) as Meta
  } catch {
    return null
  }
}
