import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Where a site node keeps its index, within its data folder. */
export const INDEX_FILE = 'search/index.db'

/** Of the form of the file and of how words are cut: an index of another one is built anew. */
const VERSION = '1'

/** Columns of the full text, in the order of their weight. */
const SCHEMA = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE items (
    row INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    collection TEXT NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    number TEXT NOT NULL,
    summary TEXT NOT NULL,
    date TEXT,
    expires_at TEXT,
    categories TEXT NOT NULL,
    texts BLOB NOT NULL
  );
  CREATE TABLE parts (part TEXT, row INTEGER, PRIMARY KEY (part, row)) WITHOUT ROWID;
  CREATE INDEX parts_of_row ON parts (row);
  CREATE TABLE words (written TEXT PRIMARY KEY, items INTEGER NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE titles USING fts5(
    title, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii'
  );
  CREATE VIRTUAL TABLE texts USING fts5(
    title, summary, details, body, files,
    content='', contentless_delete=1, tokenize='ascii'
  );
`

/** A page of the cache more is memory that the site does not have for pages. */
const CACHE_KB = 16_000

/** An index that cannot be read: it is thrown away and built anew. */
export class BrokenIndexError extends Error {}

/** @throws BrokenIndexError for a file that is no index of this version, or is not there */
export function openIndexFile(file: string): DatabaseSync {
  if (!existsSync(file)) throw new BrokenIndexError(`${file} does not exist.`)
  const database = new DatabaseSync(file)
  try {
    database.exec(`PRAGMA cache_size = -${CACHE_KB}; PRAGMA synchronous = NORMAL`)
    const version = database.prepare(`SELECT value FROM about WHERE name = 'version'`).get()
    if (version?.value !== VERSION) throw new Error('The index has another version.')
    return database
  } catch (cause) {
    database.close()
    throw new BrokenIndexError(`${file} is no index.`, { cause })
  }
}

/** An empty index in a new file, which is thrown away where the process ends before it is whole. */
export function createIndexFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA page_size = 8192; PRAGMA cache_size = -${CACHE_KB}`)
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
  database.exec(SCHEMA)
  database.prepare(`INSERT INTO about VALUES ('version', ?)`).run(VERSION)
  return database
}

/** SQLITE_CORRUPT, SQLITE_NOTADB, and a file whose tables or folder are gone. */
const CORRUPT = /malformed|not a database|no such table|disk I\/O error|corrupt/i

export function isCorruption(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR' &&
    CORRUPT.test(error.message)
  )
}
