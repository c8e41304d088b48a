import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'

/** Refuses to take the role from the only admin: nobody could give it back. */
export const keepAdminRole: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const isDemotion = originalDoc?.role === 'admin' && data.role && data.role !== 'admin'
  if (isDemotion) await requireOtherAdmin(req, originalDoc.id)
  return data
}

/** Refuses to delete the only admin. */
export const keepLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({ collection: 'users', id, req, depth: 0 })
  if (user.role === 'admin') await requireOtherAdmin(req, user.id)
}

async function requireOtherAdmin(req: PayloadRequest, id: string): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    req,
    where: { and: [{ role: { equals: 'admin' } }, { id: { not_equals: id } }] },
  })
  if (totalDocs > 0) return
  throw new APIError(
    'Đây là tài khoản quản trị duy nhất. Hãy trao vai trò quản trị cho một tài khoản khác trước.',
    409,
    { code: 'last_admin' },
    true,
  )
}
