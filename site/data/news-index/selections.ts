import type { ListedNews } from '#cms/database/listed-news.ts'

/** Which news a list holds; those of one name hold the same. */
export interface NewsSelection {
  readonly name: string
  holds(news: ListedNews): boolean
}

export const ALL_NEWS: NewsSelection = { name: 'all', holds: () => true }

export const PINNED_NEWS: NewsSelection = { name: 'pinned', holds: ({ isPinned }) => isPinned }

/** Those whose main category it is. */
export function ofMainCategory(id: string): NewsSelection {
  return { name: `main-category ${id}`, holds: ({ categoryId }) => categoryId === id }
}

/** Those that stand in one of the categories, be it as a further one. */
export function inCategories(ids: readonly string[]): NewsSelection {
  const wanted = new Set(ids)
  return {
    name: `categories ${ids.join(' ')}`,
    holds: ({ categoryId, moreCategoryIds }) =>
      (categoryId !== null && wanted.has(categoryId)) ||
      moreCategoryIds.some((id) => wanted.has(id)),
  }
}

export function ofTopic(id: string): NewsSelection {
  return { name: `topic ${id}`, holds: ({ topicIds }) => topicIds.includes(id) }
}
