import { sampleClock, type SampleClock } from './sample-clock.ts'
import type { SampleCollection, SampleItem } from './sample-item.ts'
import { sampleCategories, sampleTopics } from './content/categories.ts'
import { sampleMedia } from './content/media.ts'
import { sampleDocuments } from './content/documents.ts'
import { sampleProgrammes } from './content/programmes.ts'
import { samplePages } from './content/pages.ts'
import { sampleProducers } from './content/producers.ts'
import { sampleProducts } from './content/products.ts'
import { sampleNews } from './content/news.ts'

/** All sample documents of one collection. Everything that an item refers to stands before it. */
export type SampleStage = {
  [Collection in SampleCollection]: {
    readonly collection: Collection
    readonly label: string
    readonly items: readonly SampleItem<Collection>[]
  }
}[SampleCollection]

/** The sample's documents as they would be written today, in the order in which they can be made. */
export function sampleStages(clock: SampleClock = sampleClock(new Date())): SampleStage[] {
  return [
    { collection: 'categories', label: 'Chuyên mục', items: sampleCategories },
    { collection: 'topics', label: 'Chủ đề', items: sampleTopics },
    { collection: 'media', label: 'Ảnh', items: sampleMedia },
    { collection: 'documents', label: 'Văn bản', items: sampleDocuments(clock) },
    { collection: 'programmes', label: 'Chương trình hỗ trợ', items: sampleProgrammes(clock) },
    { collection: 'pages', label: 'Trang tĩnh', items: samplePages(clock) },
    { collection: 'producers', label: 'Cơ sở sản xuất', items: sampleProducers },
    { collection: 'products', label: 'Sản phẩm', items: sampleProducts(clock) },
    { collection: 'news', label: 'Tin bài', items: sampleNews(clock) },
  ]
}
