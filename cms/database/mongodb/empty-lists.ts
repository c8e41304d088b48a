import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { mappedRow } from '../mapped-row.ts'
import { beforeStoring } from '../stored-data.ts'

/**
 * Stores a list without entries as no value, so that whether a field "exists" is answered as on
 * SQLite; so are lists that a new row does not name, which mongoose would make `[]`. They are read
 * as `[]` (empty-values.ts).
 */
export function storeEmptyLists(adapter: MongooseAdapter): void {
  beforeStoring(adapter, ({ fields, data, isNew }) =>
    mappedRow(fields, data, (field, value, isInList) => {
      if (!('hasMany' in field) || !field.hasMany) return value
      const isUnnamed = value === undefined && (isNew || isInList)
      const isEmpty = Array.isArray(value) && value.length === 0
      return isUnnamed || isEmpty ? null : value
    }),
  )
}
