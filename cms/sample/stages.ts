import { sampleClock, type SampleClock } from './sample-clock.ts'
import type { SampleCollection, SampleItem } from './sample-item.ts'
import { sampleCategories, sampleTopics } from './content/categories.ts'
import { newsPictures } from './content/news-pictures.ts'
import { sampleDocuments, samplePapers } from './content/documents/index.ts'
import { sampleForms } from './content/forms.ts'
import { sampleProgrammes } from './content/programmes/index.ts'
import { samplePages } from './content/pages/index.ts'
import { sampleProducers } from './content/producers.ts'
import { productPictures } from './content/products/product-pictures.ts'
import { sampleProducts } from './content/products/index.ts'
import { sampleComments, sampleFeedback } from './content/comments.ts'
import { sampleQuestions } from './content/questions.ts'
import { sampleNews } from './content/news/index.ts'

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
    { collection: 'media', label: 'Ảnh', items: [...newsPictures, ...productPictures] },
    { collection: 'files', label: 'Tệp', items: [...samplePapers(clock), ...sampleForms] },
    { collection: 'documents', label: 'Văn bản', items: sampleDocuments(clock) },
    { collection: 'programmes', label: 'Chương trình hỗ trợ', items: sampleProgrammes(clock) },
    { collection: 'pages', label: 'Trang tĩnh', items: samplePages },
    { collection: 'producers', label: 'Cơ sở sản xuất', items: sampleProducers },
    { collection: 'products', label: 'Sản phẩm', items: sampleProducts(clock) },
    { collection: 'news', label: 'Tin bài', items: sampleNews(clock) },
    { collection: 'comments', label: 'Phản hồi', items: sampleComments(clock) },
    { collection: 'questions', label: 'Hỏi đáp', items: sampleQuestions(clock) },
    { collection: 'feedback', label: 'Góp ý', items: sampleFeedback(clock) },
  ]
}
