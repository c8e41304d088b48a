import type { RequiredDataFromCollectionSlug } from 'payload'
import type { SampleClock } from '../../sample-clock.ts'
import { sampleId, sampleIds, type SampleItem } from '../../sample-item.ts'
import { text, type LexicalNode } from '../../text/lexical.ts'

type Fields = RequiredDataFromCollectionSlug<'news'>

export interface NewsDraft extends Pick<
  Fields,
  'title' | 'summary' | 'author' | 'sourceName' | 'sourceUrl' | 'pinned' | 'commentsAllowed'
> {
  /** Days ago, at a time of day. */
  readonly published: readonly [days: number, time: string]
  readonly expiresAt?: string
  /** Keys of sample documents of each kind. */
  readonly category: string
  readonly more?: readonly string[]
  readonly topics?: readonly string[]
  readonly cover?: string
  readonly files?: readonly string[]
  readonly news?: readonly string[]
  readonly documents?: readonly string[]
  readonly blocks: readonly LexicalNode[]
}

/** A published news item. */
export function newsItem(clock: SampleClock, key: string, draft: NewsDraft): SampleItem<'news'> {
  const { published, category, more = [], topics = [], cover, blocks, ...rest } = draft
  const { files = [], news = [], documents = [], ...fields } = rest
  const publishedAt = clock.daysAgo(...published)
  return {
    key,
    writtenAt: publishedAt,
    data: {
      ...fields,
      publishedAt,
      category: sampleId('categories', category),
      moreCategories: sampleIds('categories', ...more),
      topics: sampleIds('topics', ...topics),
      ...(cover ? { cover: sampleId('media', cover) } : {}),
      attachments: sampleIds('files', ...files),
      relatedNews: sampleIds('news', ...news),
      relatedDocuments: sampleIds('documents', ...documents),
      body: text(...blocks),
      _status: 'published',
    },
  }
}
