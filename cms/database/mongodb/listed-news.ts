import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Filter } from 'mongodb'
import { LISTED_AT_ONCE, type ListedNews, type NewsListing } from '../listed-news.ts'
import { rowsOf } from './rows.ts'

interface Row {
  readonly _id: string
  readonly _status?: string
  readonly deletedAt?: Date | null
  readonly publishedAt: Date | null
  readonly createdAt: Date
  readonly expiresAt?: Date | null
  readonly category?: string | null
  readonly moreCategories?: readonly string[] | null
  readonly topics?: readonly string[] | null
  readonly pinned?: boolean | null
}

export function mongodbNewsListing(adapter: MongooseAdapter): NewsListing {
  const read = async (where: Filter<Row>) => {
    const rows = await rowsOf<Row>(adapter, 'news')
      .find(
        { $and: [{ _status: 'published', deletedAt: null, publishedAt: { $ne: null } }, where] },
        { sort: { _id: 1 }, limit: LISTED_AT_ONCE, projection: SHOWN },
      )
      .toArray()
    return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? listed(row, publishedAt) : []))
  }
  return {
    after: (id) => read({ _id: { $gt: id } }),
    withIds: (ids) => read({ _id: { $in: [...ids] } }),
  }
}

const SHOWN = {
  publishedAt: 1,
  createdAt: 1,
  expiresAt: 1,
  category: 1,
  moreCategories: 1,
  topics: 1,
  pinned: 1,
}

function listed(row: Omit<Row, 'publishedAt'>, publishedAt: Date): ListedNews {
  return {
    id: row._id,
    publishedAt: publishedAt.getTime(),
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt?.getTime() ?? null,
    categoryId: row.category ?? null,
    topicIds: row.topics ?? [],
    moreCategoryIds: row.moreCategories ?? [],
    isPinned: row.pinned === true,
  }
}
