import { createHash } from 'node:crypto'
import type { FinishedResponse } from '../exchange.ts'

/** What a file was when it was written. */
export interface FileSeal {
  /** Bytes. */
  readonly length: number
  readonly sha256: string
}

/** What a page on disk was made of, and how its files are known again. */
export interface PageRecord extends Pick<FinishedResponse, 'headers' | 'tags' | 'expiresAt'> {
  /** Where it lies: the files of another page are none of its own. */
  readonly path: string
  /** Milliseconds since 1970. */
  readonly renderedAt: number
  /** By name. */
  readonly files: Readonly<Record<string, FileSeal>>
}

export interface SealedRecord extends PageRecord {
  readonly checksum: string
}

export function sealOf(content: Uint8Array): FileSeal {
  return { length: content.length, sha256: checksumOf(content) }
}

/** Whether a file is what it was; `null` stands for none. */
export function isSealed(seal: FileSeal | undefined, content: Uint8Array | null): boolean {
  return (
    seal !== undefined &&
    content !== null &&
    content.length === seal.length &&
    checksumOf(content) === seal.sha256
  )
}

/** A record as it lies on disk: with a checksum, so that a changed tag or header is noticed too. */
export function sealRecord(record: PageRecord): { text: string; checksum: string } {
  const checksum = checksumOf(JSON.stringify(record))
  return { text: JSON.stringify({ checksum, record }), checksum }
}

/**
 * The record of a page at a path.
 * @returns `absent` for what earlier versions wrote, without a checksum
 */
export function openRecord(text: string, path: string): SealedRecord | 'absent' | 'damaged' {
  const stored = parse(text)
  if (stored === undefined) return 'damaged'
  if (typeof stored !== 'object' || stored === null || !('checksum' in stored)) return 'absent'
  const { checksum, record } = stored as { checksum: unknown; record?: PageRecord }
  const isWhole = record !== undefined && checksumOf(JSON.stringify(record)) === checksum
  return isWhole && record.path === path ? { ...record, checksum } : 'damaged'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** SHA-256 in base64url. */
export function checksumOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url')
}
