import type { Document } from 'mongodb'
import type { Payload } from 'payload'
import { withDates } from '../canonical-row.ts'
import { fieldsOf, type Filling, type Row, type Table } from '../content.ts'
import { collectionName, databaseOf, mongodbContent } from './content.ts'

type Stored = Document & { readonly _id?: string }

/** Fills collections whose names begin with `prefix`. */
export function fillMongodb(portal: Payload, prefix: string): Filling {
  return {
    ...mongodbContent(portal, { prefix }),

    async write(table, rows) {
      if (rows.length === 0) return
      const name = prefix + collectionName(portal, table)
      const documents = rows.map((row) => storedRow(portal, table, row))
      await databaseOf(portal).collection<Stored>(name).insertMany(documents)
    },

    // MongoDB keeps no references; those of a portal are taken out when their target is deleted.
    async dropDeadReferences() {
      return 0
    },
  }
}

function storedRow({ config }: Payload, table: Table, row: Row): Stored {
  const values = withDates(fieldsOf(config, table, row.id), row)
  return table.kind === 'globals' ? { globalType: row.id, ...values } : { _id: row.id, ...values }
}
