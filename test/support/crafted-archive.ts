import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { zstdCompressSync } from 'node:zlib'
import { pack, type Header } from 'tar-stream'
import type { ArchiveHeader } from '#cms/backup/archive-format.ts'
import { migrationNames } from '#cms/database/migration-status.ts'

export interface CraftedEntry extends Partial<Header> {
  readonly name: string
  readonly content?: string | Buffer
  /** Another hash than that of the content; `null`: none. */
  readonly hash?: string | null
}

/** A header that this version would write. */
const HEADER: ArchiveHeader = {
  format: 1,
  createdAt: '2026-11-24T00:00:00.000Z',
  portal: '0.1.0',
  database: 'sqlite',
  migrations: migrationNames('file:'),
}

/**
 * The bytes of an archive that `ArchiveWriter` would not write: sound in all but what is asked for.
 * @param entries stand between the header and a manifest that fits them
 */
export async function craftArchive(
  entries: readonly CraftedEntry[],
  changes: Partial<ArchiveHeader> = {},
): Promise<Buffer> {
  const header = { ...HEADER, ...changes }
  const all = [{ name: 'portal-backup.json', content: JSON.stringify(header) }, ...entries]
  const manifest = {
    ...header,
    tables: tablesOf(entries),
    uploads: uploadsOf(entries),
    digest: sha256(all.map(lineOf).join('')),
    missingCount: 0,
    missing: [],
  }
  return crafted([...all, { name: 'manifest.json', content: JSON.stringify(manifest) }])
}

/** The bytes of an archive that holds these entries and nothing else. */
export async function crafted(entries: readonly CraftedEntry[]): Promise<Buffer> {
  const tar = pack()
  const bytes = buffer(tar as AsyncIterable<Buffer>)
  for (const { content = '', hash = sha256(content), ...header } of entries) {
    const pax = hash === null ? null : { comment: `sha256:${hash}` }
    tar.entry({ ...header, pax }, content)
  }
  tar.finalize()
  return zstdCompressSync(await bytes)
}

function tablesOf(entries: readonly CraftedEntry[]): Record<string, number> {
  const rows = entries.flatMap(({ name, content }) => {
    const table = /^data\/([^/]+)\//.exec(name)?.[1]
    return table ? [[table, String(content ?? '').split('\n').length - 1] as const] : []
  })
  return Object.fromEntries(rows)
}

function uploadsOf(entries: readonly CraftedEntry[]): { count: number; bytes: number } {
  const files = entries.filter(({ name }) => name.startsWith('uploads/'))
  const bytes = files.reduce((sum, { content = '' }) => sum + Buffer.byteLength(content), 0)
  return { count: files.length, bytes }
}

function lineOf({ name, content = '' }: CraftedEntry): string {
  return `${name}\0${Buffer.byteLength(content)}\0${sha256(content)}\n`
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
