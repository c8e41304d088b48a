import type { Field } from 'payload'
import { AWARD_LEVELS, AWARD_REGIONS } from '#shared/vocabulary/product-awards.ts'
import { selectOne } from './select.ts'

/** Certificates of typical rural industrial products: TT 26/2014/TT-BCT. */
export const productAwardsField = (): Field => ({
  name: 'awards',
  type: 'array',
  label: 'Giấy chứng nhận',
  labels: { singular: 'Giấy chứng nhận', plural: 'Giấy chứng nhận' },
  fields: [
    {
      type: 'row',
      fields: [
        selectOne('level', 'Cấp', AWARD_LEVELS, { required: true }),
        selectOne('region', 'Khu vực', AWARD_REGIONS, {
          admin: { condition: (_, sibling) => sibling?.level === 'regional' },
        }),
        {
          name: 'year',
          type: 'number',
          label: 'Năm công nhận',
          required: true,
          min: 2005,
          max: 2100,
          admin: { description: 'Giấy có giá trị đến 31/12 của năm thứ ba kể từ năm này.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'certificate', type: 'text', label: 'Số giấy chứng nhận' },
        { name: 'decision', type: 'text', label: 'Quyết định công nhận' },
        { name: 'points', type: 'number', label: 'Điểm', min: 0, max: 100 },
      ],
    },
  ],
})
