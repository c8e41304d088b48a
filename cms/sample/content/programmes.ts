import type { SampleClock } from '../sample-clock.ts'
import { sampleIds, type SampleItem } from '../sample-item.ts'

export const sampleProgrammes = (clock: SampleClock): SampleItem<'programmes'>[] => [
  {
    key: 'may-moc',
    data: {
      title: 'Ứng dụng máy móc, thiết bị tiên tiến vào sản xuất',
      summary: 'Cùng cơ sở mua máy mới để thay máy cũ, tăng năng suất hoặc làm ra sản phẩm mới.',
      activity: '3',
      beneficiaries: ['sme', 'cooperative', 'cooperative-group', 'household'],
      area: 'Toàn tỉnh',
      support: [{ item: 'Máy, thiết bị', rate: 50, cap: 300, unit: 'một cơ sở' }],
      opens: clock.day(-20),
      closes: clock.day(14),
      legalBasis: sampleIds('documents', 'nd-45'),
      _status: 'published',
    },
  },
]
