import { isDeepStrictEqual } from 'node:util'
import { ArchiveError, damaged } from './archive-error.ts'
import type { ArchiveTotals } from './archive-tally.ts'
import { MANIFEST_NAME } from './entry-names.ts'

/** The format that is written, and the newest that can be read. */
export const ARCHIVE_FORMAT = 1

/** Of the header and the manifest, in bytes; both are held in memory. */
export const LARGEST_FACTS = 1024 * 1024

/** Where an archive comes from. */
export interface ArchiveOrigin {
  /** The version of the portal. */
  readonly portal: string
  readonly database: 'sqlite' | 'mongodb'
  /** Names of the migrations that the database has seen, in their order. */
  readonly migrations: readonly string[]
}

/** The first entry of an archive. */
export interface ArchiveHeader extends ArchiveOrigin {
  readonly format: number
  /** A moment in ISO 8601, UTC. */
  readonly createdAt: string
}

/** The last entry of an archive: what all others must amount to. */
export interface ArchiveManifest extends ArchiveHeader, ArchiveTotals {
  /** How many uploads the source lacked. */
  readonly missingCount: number
  /** Their names, COLLECTION/NAME, as many as there is room for in the manifest. */
  readonly missing: readonly string[]
}

/**
 * @returns the header that a JSON value is
 * @throws ArchiveError for a newer format, or for what is no header
 */
export function headerOf(value: unknown, name: string): ArchiveHeader {
  if (!isObject(value) || !isCount(value.format)) throw damaged(name, 'nội dung không đúng mẫu')
  if (value.format > ARCHIVE_FORMAT) {
    throw new ArchiveError(
      'archive_newer',
      `Bản sao lưu theo định dạng ${value.format}, do một phiên bản cổng mới hơn tạo ra; phiên bản ` +
        `này chỉ đọc được đến định dạng ${ARCHIVE_FORMAT}. Hãy cập nhật cổng rồi khôi phục lại.`,
    )
  }
  const { format, createdAt, portal, database, migrations } = value
  if (
    typeof createdAt !== 'string' ||
    typeof portal !== 'string' ||
    (database !== 'sqlite' && database !== 'mongodb') ||
    !isTexts(migrations)
  ) {
    throw damaged(name, 'nội dung không đúng mẫu')
  }
  return { format, createdAt, portal, database, migrations }
}

/**
 * @returns the manifest that a JSON value is
 * @throws ArchiveError when it is none, or not the one of this header and these totals
 */
export function manifestOf(
  value: unknown,
  header: ArchiveHeader | null,
  totals: ArchiveTotals,
): ArchiveManifest {
  if (!isObject(value) || !isCount(value.missingCount) || !isTexts(value.missing)) {
    throw damaged(MANIFEST_NAME, 'nội dung không đúng mẫu')
  }
  const { tables, uploads, digest, missingCount, missing } = value
  if (
    header === null ||
    !isDeepStrictEqual(headerOf(value, MANIFEST_NAME), header) ||
    !isDeepStrictEqual({ tables, uploads, digest }, totals)
  ) {
    throw damaged(MANIFEST_NAME, 'bảng kê không khớp với nội dung của bản sao lưu')
  }
  return { ...header, ...totals, missingCount, missing }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
