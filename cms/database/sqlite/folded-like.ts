import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql, type SQLWrapper } from '@payloadcms/db-sqlite/drizzle'
import { foldedLetters, MOST_LETTERS } from '../folded-letters.ts'

/**
 * Lets `like`, by which the lists of the admin are searched, find a word whatever its case and marks:
 * SQLite's own compares "Đ" and "đ", and "%" and "_" mean something in it.
 */
export function foldLike(adapter: SQLiteAdapter): SQLiteAdapter {
  const like = (column: SQLWrapper, pattern: unknown) =>
    sql`${column} GLOB ${globOf(String(pattern))}`
  adapter.operators = { ...adapter.operators, like }
  return adapter
}

/** @param pattern a word between two "%", as Payload hands it over */
function globOf(pattern: string): string {
  const word = pattern.replace(/^%|%$/g, '')
  const letters = foldedLetters(word).slice(0, MOST_LETTERS)
  return `*${letters.map(oneOf).join('')}*`
}

/** One of some characters; within brackets none of them means more than itself. */
function oneOf(letters: string): string {
  return letters.length > 1 || '*?['.includes(letters) ? `[${letters}]` : letters
}
