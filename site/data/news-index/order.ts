import type { ListedNews } from '#cms/database/listed-news.ts'

/** Newest first; of one moment, what was made later. */
export function newestFirst(a: ListedNews, b: ListedNews): number {
  if (a.publishedAt !== b.publishedAt) return b.publishedAt - a.publishedAt
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1
}

/** Where a news item stands in an ordered list, or would stand. */
export function placeOf(list: readonly ListedNews[], news: ListedNews): number {
  return firstWhere(list, (other) => newestFirst(other, news) >= 0)
}

/** Where the news begin in an ordered list that were out at a moment already. */
export function placeOfMoment(list: readonly ListedNews[], moment: number): number {
  return firstWhere(list, ({ publishedAt }) => publishedAt <= moment)
}

/** The first place from which on all are so; the list's length where none is. */
function firstWhere(list: readonly ListedNews[], isSo: (news: ListedNews) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const news = list[middle]
    if (news && isSo(news)) high = middle
    else low = middle + 1
  }
  return low
}
