import type { SampleClock } from '../sample-clock.ts'
import { sampleId, sampleIds, type SampleItem } from '../sample-item.ts'
import { h2, p, ul } from '../text/blocks.ts'
import { text } from '../text/lexical.ts'

export const sampleNews = (clock: SampleClock): SampleItem<'news'>[] => [
  {
    key: 'nhan-ho-so-may-moc',
    writtenAt: clock.daysAgo(6),
    data: {
      title: 'Nhận hồ sơ hỗ trợ máy móc đợt mới, mỗi cơ sở đến 300 triệu đồng',
      summary: 'Cơ sở công nghiệp nông thôn nộp hồ sơ sớm để được xét trong đợt đầu.',
      category: sampleId('categories', 'may-moc'),
      cover: sampleId('media', 'nhan-ho-so'),
      topics: sampleIds('topics', 'ho-tro-thiet-bi'),
      publishedAt: clock.daysAgo(6),
      pinned: true,
      relatedDocuments: sampleIds('documents', 'nd-45'),
      body: text(
        p('Trung tâm nhận hồ sơ theo [chương trình máy móc](programmes:may-moc).'),
        h2('Ai được nộp'),
        ul('Hộ kinh doanh', ['Doanh nghiệp', ['nhỏ', 'vừa']]),
      ),
      _status: 'published',
    },
  },
]
