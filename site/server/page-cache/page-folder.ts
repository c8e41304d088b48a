import { chmod, lstat, mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { makePublicFolder, PUBLIC_FILE } from '#cms/storage/public-modes.ts'
import type { FinishedResponse } from '../exchange.ts'
import {
  isSealed,
  openRecord,
  sealOf,
  sealRecord,
  type FileSeal,
  type SealedRecord,
} from './page-record.ts'
import type { PreparedPage } from './prepared-page.ts'

/** A page from the disk. */
export interface FiledPage extends FinishedResponse {
  /** Milliseconds since 1970. */
  readonly renderedAt: number
  /** Of its record: another one is another rendering. */
  readonly checksum: string
}

/** What is known of a page on disk without reading it. */
export interface FiledEntry {
  readonly tags: readonly string[]
  /** What its files take on the disk, about. */
  readonly bytes: number
  readonly checksum: string
}

/** No page, or files that are not what was written there. */
export type NotFiled = 'absent' | 'damaged'

/** Written last and removed first: a folder without it holds no page. */
const META = 'page.json'
const BODY = 'index.html'
const COPIES = { gzip: `${BODY}.gz`, br: `${BODY}.br` } as const
const ALL = [META, BODY, ...Object.values(COPIES)]
/** File systems give whole blocks. */
const BLOCK_BYTES = 4_096

/** A folder of pages, and which files a page has there. */
export interface PageFolder {
  readonly root: string
  readonly names: readonly string[]
}

/** Pages with their compressed copies, which a web server may send as they lie there. */
export function withCopies(root: string): PageFolder {
  return { root, names: [BODY, ...Object.values(COPIES)] }
}

/** Pages that only the site itself reads. */
export function withoutCopies(root: string): PageFolder {
  return { root, names: [BODY] }
}

/** Whether a path can be a folder: pages alone, and nothing that leads elsewhere. */
export function canBeFolder(path: string): boolean {
  return /^(?:\/[a-z\d][a-z\d-]{0,199}){0,6}\/?$/.test(path)
}

/** The page of a path, where every file of it is still what was written for this very path. */
export async function readFiled(
  { root, names }: PageFolder,
  path: string,
): Promise<FiledPage | NotFiled> {
  if (!canBeFolder(path)) return 'absent'
  const record = await readRecord(join(root, path), path)
  if (typeof record === 'string') return record
  const contents = await Promise.all(names.map((name) => contentOf(join(root, path, name))))
  const isIntact = names.every((name, at) => isSealed(record.files[name], contents[at] ?? null))
  const [body] = contents
  if (!isIntact || !body) return 'damaged'
  const { headers, tags, expiresAt, renderedAt, checksum } = record
  return {
    status: 200,
    headers,
    tags,
    expiresAt,
    renderedAt,
    checksum,
    body: Uint8Array.from(body),
  }
}

/** Writes a page with its compressed copies, as nginx serves them. */
export async function writeFiled(
  { root }: PageFolder,
  path: string,
  page: PreparedPage,
): Promise<FiledEntry> {
  const [gzip, br] = await Promise.all([page.variant('gzip'), page.variant('br')])
  const folder = join(root, path)
  const { body, headers, tags, expiresAt } = page.answer
  const contents = { [BODY]: body, [COPIES.gzip]: gzip.body, [COPIES.br]: br.body }
  const files: Record<string, FileSeal> = {}
  await makePublicFolder(folder)
  for (const [name, content] of Object.entries(contents)) {
    files[name] = sealOf(content)
    await writeWhole(join(folder, name), content, PUBLIC_FILE)
  }
  const { text, checksum } = sealRecord({
    path,
    headers,
    tags,
    expiresAt,
    renderedAt: page.renderedAt,
    files,
  })
  await writeWhole(join(folder, META), text)
  return { tags, checksum, bytes: bytesOf(Object.values(files), text) }
}

export async function removeFiled({ root }: PageFolder, path: string): Promise<void> {
  for (const name of ALL) {
    // Not `rm`, which first looks at what it is to remove.
    await unlink(join(root, path, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

/** Moves a page without its copies. */
export async function moveFiled(from: PageFolder, to: PageFolder, path: string): Promise<void> {
  try {
    await mkdir(join(to.root, path), { recursive: true })
    await rename(join(from.root, path, BODY), join(to.root, path, BODY))
    await rename(join(from.root, path, META), join(to.root, path, META))
  } finally {
    await removeFiled(from, path)
  }
}

/** All that lies below a folder by its path, known by the lengths of files; contents are not read. */
export async function* filedIn({
  root,
  names,
}: PageFolder): AsyncGenerator<[path: string, found: FiledEntry | NotFiled]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true })
  const folders = new Set(
    found.filter(({ name }) => ALL.includes(name)).map(({ parentPath }) => parentPath),
  )
  for (const folder of folders) {
    const path = `/${relative(root, folder).replaceAll(sep, '/')}`
    yield [path, await lookAt(folder, path, names)]
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

async function lookAt(
  folder: string,
  path: string,
  names: readonly string[],
): Promise<FiledEntry | NotFiled> {
  const record = await readRecord(folder, path)
  if (typeof record === 'string') return record
  for (const name of names) {
    const file = await lstat(join(folder, name)).catch(() => null)
    if (!file?.isFile() || file.size !== record.files[name]?.length) return 'damaged'
  }
  const { tags, checksum } = record
  return { tags, checksum, bytes: bytesOf(Object.values(record.files), JSON.stringify(record)) }
}

async function readRecord(folder: string, path: string): Promise<SealedRecord | NotFiled> {
  const text = await contentOf(join(folder, META))
  return text === null ? 'absent' : openRecord(text.toString(), path)
}

/** `null` where there is no such file, or none that can be read. */
function contentOf(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null)
}

function bytesOf(files: readonly FileSeal[], record: string): number {
  const lengths = [...files.map(({ length }) => length), record.length]
  return lengths.reduce((sum, length) => sum + inBlocks(length), 0)
}

/** A length in whole blocks. */
function inBlocks(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES
}
