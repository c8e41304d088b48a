import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { FlattenedField } from 'payload'
import { mappedRow } from '../mapped-row.ts'
import { beforeStoring } from '../stored-data.ts'

/**
 * Stores every moment in one form, in universal time. Payload stores the text that it is given, and
 * SQLite compares texts: "08:00+07:00" would be later than "02:00Z".
 */
export function storeMoments(adapter: SQLiteAdapter): SQLiteAdapter {
  beforeStoring(adapter, ({ fields, data }) => mappedRow(fields, data, inOneForm))
  return adapter
}

function inOneForm({ type }: FlattenedField, value: unknown): unknown {
  const isMoment = type === 'date' && typeof value === 'string' && !Number.isNaN(Date.parse(value))
  return isMoment ? new Date(value).toISOString() : value
}
