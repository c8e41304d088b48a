import type { SampleItem } from '../sample-item.ts'

export const sampleProducers: SampleItem<'producers'>[] = [
  {
    key: 'gom-chau-thanh',
    data: {
      name: 'Công ty TNHH Gốm Châu Thành',
      kind: 'company',
      unit: 'Phường Châu Thành',
      _status: 'published',
    },
  },
]
