import type { Header } from 'tar-stream'

// Unlike a keyword of our own, POSIX's "comment" is one that no tar warns of when it unpacks.
const KEYWORD = 'comment'
const VALUE = /^sha256:(?<hex>[0-9a-f]{64})$/

/** A plain file in a tar. */
export interface PackedEntry {
  readonly name: string
  readonly size: number
  /** In hexadecimal; it stands in the entry's PAX header. */
  readonly sha256: string
}

/** The PAX header that states a hash. */
export function hashHeader(sha256: string): Record<string, string> {
  return { [KEYWORD]: `sha256:${sha256}` }
}

/** The hash that an entry's PAX header states. */
export function statedHash({ pax }: Header): string | null {
  const value = (pax as Record<string, string> | null)?.[KEYWORD]
  return VALUE.exec(value ?? '')?.groups?.hex ?? null
}
