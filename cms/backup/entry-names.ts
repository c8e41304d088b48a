import { isPlainName } from '#cms/uploads/folder-path.ts'
import { ArchiveError, shown } from './archive-error.ts'

export const HEADER_NAME = 'portal-backup.json'
export const MANIFEST_NAME = 'manifest.json'

const TABLE = /^[a-z][a-z0-9-]*(?:\.versions)?$/
const COLLECTION = /^[a-z-]+$/
const CHUNK = /^data\/(?<table>[^/]+)\/(?<number>\d{6})\.ndjson$/
const FILE = /^uploads\/(?<collection>[^/]+)\/(?<file>[^/]+)$/
// What file systems allow for one name.
const LONGEST_NAME = 255

/** What an entry is, by its name. */
export type EntryName =
  | { kind: 'header' }
  | { kind: 'rows'; table: string; chunk: number }
  | { kind: 'file'; collection: string; name: string }
  | { kind: 'manifest' }

/**
 * @returns the name of a table's chunk; chunks count from 1
 * @throws ArchiveError for a name that the format has no place for
 */
export function chunkName(table: string, chunk: number): string {
  return checked(`data/${table}/${String(chunk).padStart(6, '0')}.ndjson`, 'rows')
}

/**
 * @returns the name of an uploaded file's entry
 * @throws ArchiveError when it is not a plain file name
 */
export function fileEntryName(collection: string, name: string): string {
  return checked(`uploads/${collection}/${name}`, 'file')
}

/** What an entry is; `null` for a name that no archive of the portal has. */
export function readEntryName(name: string): EntryName | null {
  if (name === HEADER_NAME) return { kind: 'header' }
  if (name === MANIFEST_NAME) return { kind: 'manifest' }
  const { table = '', number = '' } = CHUNK.exec(name)?.groups ?? {}
  if (TABLE.test(table) && isPlainName(table)) {
    return { kind: 'rows', table, chunk: Number(number) }
  }
  const { collection = '', file = '' } = FILE.exec(name)?.groups ?? {}
  if (COLLECTION.test(collection) && isPlainName(collection) && isPlainName(file)) {
    return { kind: 'file', collection, name: file }
  }
  return null
}

function checked(entry: string, kind: EntryName['kind']): string {
  if (readEntryName(entry)?.kind === kind) return entry
  throw new ArchiveError(
    'archive_unsafe_name',
    `Không thể đưa mục ${shown(entry)} vào bản sao lưu: tên tệp phải có từ 1 đến ${LONGEST_NAME} ` +
      'byte, không có dấu gạch chéo và ký tự điều khiển. Hãy đổi tên tệp rồi sao lưu lại.',
  )
}
