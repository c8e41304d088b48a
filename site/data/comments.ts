import { dateInVietnam } from '#shared/vietnamese/dates.ts'
import { UNNAMED_READER } from './unnamed-reader.ts'
import type { PageContext } from './page-context.ts'
import { READING, approved } from './reading.ts'

/** A reply that was approved; the writer's e-mail address is never read. */
export interface Comment {
  readonly id: string
  readonly name: string
  /** Paragraphs of plain text. */
  readonly paragraphs: readonly string[]
  /** Calendar date `YYYY-MM-DD`. */
  readonly date: string
}

/** Approved replies to an article, oldest first. */
export async function approvedComments(page: PageContext, newsId: string): Promise<Comment[]> {
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'comments',
    where: approved(page, { news: { equals: newsId } }),
    sort: 'createdAt',
    limit: 200,
    select: { name: true, content: true, createdAt: true },
  })
  return docs.map((comment) => ({
    id: comment.id,
    name: comment.name || UNNAMED_READER,
    paragraphs: paragraphsOf(comment.content),
    date: dateInVietnam(comment.createdAt),
  }))
}

/** Plain text as its paragraphs. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}
