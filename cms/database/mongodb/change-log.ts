import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { MOST_ROWS, newsOf, type ChangeLog, type ChangeRow } from '../change-log.ts'
import { rowsOf } from './rows.ts'

interface Row extends ChangeRow {
  readonly _id: string
}

/** How far back each look goes: saves of several nodes are not committed in the order of their ids. */
const OVERLAP_MS = 10_000
/** Now and then a look goes back as far as the longest transaction lasts. */
const LONG_OVERLAP_MS = 100_000
const LONG_EVERY_MS = 30_000

/** Follows the log by the time in the rows' ids (UUID version 7), and leaves out what it has seen. */
export function mongodbChangeLog(adapter: MongooseAdapter): ChangeLog {
  const rows = () => rowsOf<Row>(adapter, 'changes')
  const seen = new Set<string>()
  let nextLongLook = 0

  return {
    async end() {
      const [last] = await rows()
        .find({}, { sort: { _id: -1 }, limit: 1 })
        .toArray()
      return last?._id ?? ''
    },

    async since(position) {
      const isLong = Date.now() >= nextLongLook
      if (isLong) nextLongLook = Date.now() + LONG_EVERY_MS
      const from = earlier(position, isLong ? LONG_OVERLAP_MS : OVERLAP_MS)
      const ids = await rows()
        .find({ _id: { $gte: from } }, { sort: { _id: 1 }, projection: { _id: 1 } })
        .map(({ _id }) => _id)
        .toArray()
      if (position === '' ? ids.length > 0 : !ids.includes(position)) return null
      seen.add(position)
      const unseen = ids.filter((id) => !seen.has(id)).slice(0, MOST_ROWS)
      const fresh =
        unseen.length > 0
          ? await rows()
              .find({ _id: { $in: unseen } })
              .toArray()
          : []
      for (const id of unseen) seen.add(id)
      const last = unseen.at(-1) ?? position
      const newest = last > position ? last : position
      forget(seen, earlier(newest, 2 * LONG_OVERLAP_MS))
      return newsOf(fresh, newest)
    },
  }
}

/** The least id of a moment before that of an id. */
function earlier(id: string, ms: number): string {
  if (id === '') return ''
  const madeAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  const hex = Math.max(0, madeAt - ms)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`
}

function forget(seen: Set<string>, before: string): void {
  for (const id of seen) if (id < before) seen.delete(id)
}
