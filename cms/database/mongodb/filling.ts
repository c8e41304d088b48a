import type { Document, Filter } from 'mongodb'
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
      const collection = databaseOf(portal).collection<Stored>(name)
      try {
        await collection.insertMany(documents)
      } catch (error) {
        // In their order, and one after the other until one was refused.
        const { insertedCount = 0 } = error as { insertedCount?: number }
        const inserted = documents.slice(0, insertedCount).map(({ _id }) => _id)
        await collection.deleteMany({ _id: { $in: inserted } } as Filter<Stored>)
        throw error
      }
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
