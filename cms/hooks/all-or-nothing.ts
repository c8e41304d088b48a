import { APIError, type CollectionAfterOperationHook } from 'payload'

interface BulkResult {
  readonly docs: readonly unknown[]
  readonly errors: readonly { readonly id: string; readonly message: string }[]
}

/**
 * A change of many documents is made as a whole. Payload would store the rest, and the half of a
 * document whose last step failed.
 */
export const allOrNothing: CollectionAfterOperationHook = ({ operation, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  const { docs, errors } = result as unknown as BulkResult
  if (errors.length === 0) return result
  const reasons = [...new Set(errors.map(({ message }) => message))].join(' ')
  throw new APIError(
    `Chưa thay đổi mục nào, vì ${errors.length} trong ${docs.length + errors.length} mục không thực hiện được: ${reasons}`,
    409,
    { code: 'bulk_refused', errors },
    true,
  )
}
