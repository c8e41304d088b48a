import { DatabaseSync } from 'node:sqlite'
import { sampleId, type SampleCollection } from '#cms/sample/sample-item.ts'
import { pathOf, type PublicCollection } from '#shared/routes.ts'
import type { Answer } from './judged-query.ts'

/**
 * Where the site shows each of these, by the addresses in an embedded database with the sample.
 * @throws Error where one has no address
 */
export function answerPaths(file: string, answers: Iterable<Answer>): Map<Answer, string> {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return new Map([...new Set(answers)].map((answer) => [answer, pathIn(database, answer)]))
  } finally {
    database.close()
  }
}

function pathIn(database: DatabaseSync, answer: Answer): string {
  const [collection, key] = answer.split('/') as [SampleCollection & PublicCollection, string]
  const row = database
    .prepare(`SELECT slug FROM "${collection}" WHERE id = ?`)
    .get(sampleId(collection, key))
  const path = pathOf(collection, { slug: row && String(row.slug) })
  if (!path) throw new Error(`${answer} has no address.`)
  return path
}
