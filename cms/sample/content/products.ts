import type { SampleClock } from '../sample-clock.ts'
import { sampleId, type SampleItem } from '../sample-item.ts'

export const sampleProducts = (clock: SampleClock): SampleItem<'products'>[] => [
  {
    key: 'binh-gom',
    data: {
      name: 'Bình hoa men ngọc vẽ lam',
      producer: sampleId('producers', 'gom-chau-thanh'),
      group: 'handicraft',
      gallery: [sampleId('media', 'xuong-gom')],
      awards: [{ level: 'national', year: clock.year - 1 }],
      _status: 'published',
    },
  },
]
