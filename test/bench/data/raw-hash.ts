import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** SHA-256 over the schema and all rows of a SQLite file, past Payload; `none` where there is none. */
export function rawHash(file: string): string {
  if (!existsSync(file)) return 'none'
  const hash = createHash('sha256')
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    const schema = database.prepare('SELECT name, type, sql FROM sqlite_master ORDER BY type, name')
    const objects = schema.all()
    hash.update(JSON.stringify(objects))
    for (const { name, type } of objects) {
      if (type !== 'table') continue
      const rows = database.prepare(`SELECT * FROM "${String(name)}" ORDER BY rowid`)
      rows.setReturnArrays(true)
      for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`)
    }
    return hash.digest('hex')
  } finally {
    database.close()
  }
}

/** SHA-256 over the names and contents of all files of a folder. */
export async function folderHash(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.toSorted()) {
    hash.update(`${path.slice(folder.length)}\0`).update(await readFile(path))
  }
  return hash.digest('hex')
}
