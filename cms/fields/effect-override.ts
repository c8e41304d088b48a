import type { Field } from 'payload'
import { EFFECT_STATUSES } from '#shared/vocabulary/effect-statuses.ts'
import { selectOne } from './select.ts'

/** The effect is computed from dates and relations; an editor who knows better says why. */
export const effectOverrideField = (): Field => ({
  name: 'effectOverride',
  type: 'group',
  label: 'Ghi đè tình trạng hiệu lực',
  admin: {
    description:
      'Bình thường để trống: tình trạng được tính từ ngày tháng và quan hệ. Chỉ ghi đè khi có căn cứ.',
  },
  fields: [
    selectOne('status', 'Tình trạng', EFFECT_STATUSES),
    {
      name: 'reason',
      type: 'text',
      label: 'Lý do',
      admin: { condition: (_, sibling) => Boolean(sibling?.status) },
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: { status?: unknown } },
      ) => !siblingData?.status || Boolean(value) || 'Hãy ghi lý do, người đọc sẽ thấy.',
    },
  ],
})
