import type { DatabaseSync } from 'node:sqlite'
import { documentTag } from '#shared/cache-tags.ts'
import { cutWords, type Word } from '#shared/search/words.ts'
import { createIndexFile, openIndexFile } from './index-file.ts'
import type { ItemKey, SearchItem, Searched } from './item.ts'
import { packTexts, unpackTexts, type LongTexts } from './packed-texts.ts'
import { Rows } from './rows.ts'
import { Statements } from './statements.ts'
import { Vocabulary } from './vocabulary.ts'

/** Columns of the full text, in the order of their weight. */
const TEXTS = ['title', 'summary', 'details', 'body', 'files'] as const

function folded(words: readonly Word[]): string {
  return words.map((word) => word.folded).join(' ')
}

/** What of an item is kept as it is written. */
export interface StoredItem {
  readonly key: ItemKey
  readonly collection: Searched
  readonly path: string
  readonly title: string
  readonly summary: string
}

/** One index: its file, and in memory what every query needs of it. */
export class SearchIndex {
  readonly rows = new Rows()
  readonly vocabulary = new Vocabulary()
  readonly #database: DatabaseSync
  readonly #statements: Statements
  /** Written words whose number of items is not in the file yet. */
  readonly #changedWords = new Map<string, number>()
  #lastRow = 0

  /** @throws BrokenIndexError */
  static open(file: string): SearchIndex {
    const index = new SearchIndex(openIndexFile(file))
    index.#load()
    return index
  }

  static create(file: string): SearchIndex {
    return new SearchIndex(createIndexFile(file))
  }

  private constructor(database: DatabaseSync) {
    this.#database = database
    this.#statements = new Statements(database)
  }

  /** Something that the index notes about itself: `position` in the change log, `synonyms`. */
  about(name: 'position' | 'synonyms'): string | null {
    const found = this.#statements.get('SELECT value FROM about WHERE name = ?', name)
    return found ? String(found.value) : null
  }

  note(name: 'position' | 'synonyms', value: string): void {
    this.#statements.run('INSERT OR REPLACE INTO about VALUES (?, ?)', name, value)
  }

  /** Everything that is written in it is in the file together, or none of it. */
  transaction(write: () => void): void {
    this.#database.exec('BEGIN')
    try {
      write()
      this.#storeWords()
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /** Adds items to an index that is being built: until {@link finish} they are not safe. */
  putAll(items: readonly SearchItem[]): void {
    this.#database.exec('BEGIN')
    for (const item of items) this.put(item)
    this.#database.exec('COMMIT')
  }

  /** After all items have come: queries read one run of postings instead of many. */
  finish(position: string, synonyms: string): void {
    for (const table of ['titles', 'texts']) {
      this.#statements.run(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
    }
    this.#database.exec('PRAGMA synchronous = FULL')
    this.transaction(() => {
      this.note('position', position)
      this.note('synonyms', synonyms)
    })
  }

  /** Adds an item, or puts it in the place of what it was before. */
  put(item: SearchItem): void {
    const key = documentTag(item.collection, item.id)
    const known = this.#rowOf(key)
    if (known !== null) this.#delete(known)
    const row = known ?? ++this.#lastRow
    this.#statements.run(
      'INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      row,
      key,
      item.collection,
      item.path,
      item.title,
      item.number,
      item.summary,
      item.date,
      item.expiresAt,
      item.categoryIds.join(' '),
      packTexts(item),
    )
    for (const part of new Set(item.parts))
      this.#statements.run('INSERT INTO parts VALUES (?, ?)', part, row)
    const texts = TEXTS.map((name) => cutWords(item[name]))
    const [title = '', ...others] = texts.map(folded)
    this.#statements.run('INSERT INTO titles (rowid, title) VALUES (?, ?)', row, title)
    this.#statements.run(
      `INSERT INTO texts (rowid, ${TEXTS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
      row,
      title,
      ...others,
    )
    this.rows.put(row, item)
    this.#countWords(texts, 1)
  }

  remove(key: ItemKey): void {
    const row = this.#rowOf(key)
    if (row !== null) this.#delete(row)
  }

  removeExpired(now: number): void {
    for (const row of this.rows.expired(now)) this.#delete(row)
  }

  /** Items that hold words of another document: a file, a producer. */
  holding(part: string): ItemKey[] {
    const found = this.#statements.all(
      'SELECT key FROM items WHERE row IN (SELECT row FROM parts WHERE part = ?)',
      part,
    )
    return found.map(([key]) => String(key))
  }

  /** Rows that a full-text expression finds, the latest first. */
  matching(table: 'titles' | 'texts', expression: string, most = -1): number[] {
    const sql = `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?`
    return this.#statements.all(sql, expression, most).map(([row]) => Number(row))
  }

  stored(row: number): StoredItem {
    const [found] = this.#statements.all(
      'SELECT key, collection, path, title, summary FROM items WHERE row = ?',
      row,
    )
    const [key, collection, path, title, summary] = (found ?? []).map(String)
    return {
      key: key ?? '',
      collection: (collection ?? 'news') as Searched,
      path: path ?? '',
      title: title ?? '',
      summary: summary ?? '',
    }
  }

  /** `null` for what is not in the index. */
  titleOf(key: ItemKey): string | null {
    const [found] = this.#statements.all('SELECT title FROM items WHERE key = ?', key)
    return found ? String(found[0]) : null
  }

  texts(row: number): LongTexts {
    const found = this.#statements.get('SELECT texts FROM items WHERE row = ?', row)
    if (!(found?.texts instanceof Uint8Array)) return { details: '', body: '', files: '' }
    return unpackTexts(found.texts)
  }

  close(): void {
    this.#database.close()
  }

  #load(): void {
    for (const row of this.#statements.each(
      'SELECT row, collection, number, date, expires_at, categories FROM items',
    )) {
      const [number, collection, documentNumber, date, expiresAt, categories] = row
      this.rows.put(Number(number), {
        collection: collection as Searched,
        number: String(documentNumber),
        date: date === null ? null : String(date),
        expiresAt: expiresAt === null ? null : String(expiresAt),
        categoryIds: String(categories).split(' ').filter(Boolean),
      })
      this.#lastRow = Math.max(this.#lastRow, Number(number))
    }
    for (const [written, items] of this.#statements.each('SELECT written, items FROM words')) {
      this.vocabulary.add(String(written), Number(items))
    }
  }

  #rowOf(key: ItemKey): number | null {
    const found = this.#statements.get('SELECT row FROM items WHERE key = ?', key)
    return found ? Number(found.row) : null
  }

  #delete(row: number): void {
    const item = { ...this.stored(row), ...this.texts(row) }
    this.#countWords(
      TEXTS.map((name) => cutWords(item[name])),
      -1,
    )
    this.#statements.run('DELETE FROM items WHERE row = ?', row)
    this.#statements.run('DELETE FROM parts WHERE row = ?', row)
    this.#statements.run('DELETE FROM titles WHERE rowid = ?', row)
    this.#statements.run('DELETE FROM texts WHERE rowid = ?', row)
    this.rows.delete(row)
  }

  #countWords(texts: readonly (readonly Word[])[], by: 1 | -1): void {
    const different = new Set(texts.flatMap((words) => words.map(({ written }) => written)))
    for (const word of different) this.#changedWords.set(word, this.vocabulary.add(word, by))
  }

  #storeWords(): void {
    for (const [written, items] of this.#changedWords) {
      if (items > 0)
        this.#statements.run('INSERT OR REPLACE INTO words VALUES (?, ?)', written, items)
      else this.#statements.run('DELETE FROM words WHERE written = ?', written)
    }
    this.#changedWords.clear()
  }
}
