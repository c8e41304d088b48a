import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import { LISTED_AT_ONCE, type ListedNews, type NewsListing } from '../listed-news.ts'

/** id, publishedAt, createdAt, expiresAt, category, pinned, topics, further categories. */
type Row = [
  string,
  string,
  string,
  string | null,
  string | null,
  number,
  (string | null)[],
  (string | null)[],
]

/**
 * One text of JSON for all rows: the client takes longer over each row of an answer than SQLite
 * over reading it. The sign before a column keeps SQLite from an index that would make it sort.
 */
export function sqliteNewsListing(adapter: SQLiteAdapter): NewsListing {
  const read = async (where: ReturnType<typeof sql>) => {
    const [answer] = await adapter.drizzle.all<{ rows: string }>(sql`
      SELECT json_group_array(json_array(
        id, published_at, created_at, expires_at, category_id, pinned,
        json(topics), json(more_categories)
      )) AS rows
      FROM (
        SELECT
          id, published_at, created_at, expires_at, category_id, pinned,
          (SELECT json_group_array(topics_id) FROM news_rels
            WHERE parent_id = news.id AND +path = 'topics') AS topics,
          (SELECT json_group_array(categories_id) FROM news_rels
            WHERE parent_id = news.id AND +path = 'moreCategories') AS more_categories
        FROM news
        WHERE +_status = 'published' AND +deleted_at IS NULL
          AND +published_at IS NOT NULL AND ${where}
        ORDER BY id
        LIMIT ${LISTED_AT_ONCE}
      )`)
    return (JSON.parse(answer?.rows ?? '[]') as Row[]).map(listed)
  }
  return {
    after: (id) => read(sql`id > ${id}`),
    withIds: (ids) => read(sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  }
}

function listed(row: Row): ListedNews {
  const [id, publishedAt, createdAt, expiresAt, categoryId, pinned, topics, moreCategories] = row
  return {
    id,
    publishedAt: Date.parse(publishedAt),
    createdAt: Date.parse(createdAt),
    expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    categoryId,
    topicIds: topics.filter((topic) => topic !== null),
    moreCategoryIds: moreCategories.filter((category) => category !== null),
    isPinned: pinned === 1,
  }
}
