import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { CONTRIBUTIONS, type Contribution } from './contributions.ts'

/** Refuses to approve what a reader took back, and what has no words any more. */
export function keepHidden(collection: Contribution): CollectionBeforeChangeHook {
  return ({ data, originalDoc, req }) => {
    const { status, consentWithdrawnAt, ...after } = { ...originalDoc, ...data }
    if (status !== 'approved') return data
    const isWordless = CONTRIBUTIONS[collection].words.every((field) => !after[field])
    if (!consentWithdrawnAt && !isWordless) return data
    const message = consentWithdrawnAt
      ? 'Người gửi đã rút lại sự đồng ý, nên nội dung này không thể đăng.'
      : 'Nội dung đã được xóa theo yêu cầu, nên không thể đăng.'
    throw new ValidationError({ collection, req, errors: [{ path: 'status', message }] }, req.t)
  }
}
