import { APIError, type CollectionBeforeOperationHook, type CollectionConfig } from 'payload'
import { keepAdminRole, keepLastAdmin } from './last-admin.ts'
import type { User } from '#shared/payload-types.ts'
import { isFirstAccountAllowed } from '#cms/access/first-account.ts'
import { askCurrentPassword } from '#cms/log-in/current-password.ts'
import { endSessions } from '#cms/log-in/end-sessions.ts'

/** The first account is an admin, and only who sits at the machine or has the code may make it. */
const guardFirstAccount: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' || req.user || req.payloadAPI === 'local') return args
  const { totalDocs } = await req.payload.count({ collection: 'users', req })
  if (totalDocs > 0) return args
  const data = { ...(args.data as Partial<User>), role: 'admin' as const }
  if (await isFirstAccountAllowed(req.headers, data.firstAccountCode)) return { ...args, data }
  throw new APIError(
    'Tài khoản đầu tiên chỉ lập được trên chính máy chủ, hoặc với mã một lần in ra ở cửa sổ npm start.',
    403,
    { code: 'first_account_code' },
    true,
  )
}

export const userHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [guardFirstAccount, askCurrentPassword],
  beforeChange: [keepAdminRole, endSessions],
  beforeDelete: [keepLastAdmin],
}
