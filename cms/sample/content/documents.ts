import type { SampleClock } from '../sample-clock.ts'
import { sampleId, type SampleItem } from '../sample-item.ts'
import { h2, p } from '../text/blocks.ts'
import { text } from '../text/lexical.ts'

export const sampleDocuments = (_clock: SampleClock): SampleItem<'documents'>[] => [
  {
    key: 'nd-45',
    data: {
      kind: 'nghi-dinh',
      number: '45/2012/NĐ-CP',
      abstract: 'Về khuyến công',
      issuers: ['Chính phủ'],
      issuedAt: '2012-05-21',
      fields: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      body: text(h2('Nội dung chính'), p('Bản ghi mẫu.')),
      _status: 'published',
    },
  },
  {
    key: 'nd-235',
    data: {
      kind: 'nghi-dinh',
      number: '235/2025/NĐ-CP',
      abstract: 'Sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP về khuyến công',
      issuers: ['Chính phủ'],
      relations: [{ relation: 'sua-doi', target: sampleId('documents', 'nd-45') }],
      _status: 'published',
    },
  },
]
