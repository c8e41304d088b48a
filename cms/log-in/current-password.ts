import { ValidationError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { whileOthersWrite } from '#cms/uploads/pause-transaction.ts'
import type { User } from '#shared/payload-types.ts'
import { guards } from './guards.ts'
import { isPasswordOf } from './password-hash.ts'
import { tooManyAtOnce, tooManyAttempts } from './slowed.ts'

interface AccountChange {
  readonly password?: unknown
  readonly email?: unknown
  readonly currentPassword?: unknown
}

interface Save {
  /** The stored account; `null` where many are changed at once. */
  readonly before: User | null
  readonly after: AccountChange
  readonly req: PayloadRequest
}

/** Asks for the current password where an account's password or address changes, and keeps it nowhere. */
export const askCurrentPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (!('data' in args) || !args.data || !isSave(operation)) return args
  const { currentPassword, ...data } = args.data as AccountChange & Record<string, unknown>
  if (operation === 'update') {
    const before = 'id' in args && args.id ? await storedAccount(req, { id: args.id }) : null
    await requireCurrentPassword({ before, after: { ...data, currentPassword }, req })
  }
  return { ...args, data }
}

/**
 * Who changes the password or the address of an account proves to be the one who has logged in: by
 * the own password, also where an admin changes the account of another. Commands act for the
 * operator, and ask nothing.
 * @throws ValidationError at the field `currentPassword`
 */
export async function requireCurrentPassword({ before, after, req }: Save): Promise<void> {
  const { user } = req
  if (!user || !isGuarded(before, after)) return
  const { currentPassword } = after
  if (typeof currentPassword !== 'string' || currentPassword === '') {
    throw refused(req, 'Hãy nhập mật khẩu hiện tại của bạn để đổi mật khẩu hoặc thư điện tử.')
  }
  const { current, hashes } = guards()
  const { id } = user
  const wait = current.wait(id, id, Date.now())
  if (wait > 0) throw refused(req, tooManyAttempts(wait).message)
  if (!hashes.hasRoom(true)) throw refused(req, tooManyAtOnce().message)
  current.take(id, id, Date.now())
  const stored = await storedAccount(req, { id })
  const isRight = await whileOthersWrite(req, 'users', () =>
    hashes.run(true, () => isPasswordOf(stored, currentPassword)),
  )
  if (!isRight) throw refused(req, 'Mật khẩu hiện tại không đúng.')
  current.forget(id)
}

function isSave(operation: string): boolean {
  return operation === 'update' || operation === 'create'
}

function isGuarded(before: User | null, { password, email }: AccountChange): boolean {
  if (password) return true
  return Boolean(email) && String(email).toLowerCase().trim() !== before?.email
}

function storedAccount(req: PayloadRequest, { id }: { id: unknown }): Promise<User | null> {
  return req.payload.db.findOne<User>({ collection: 'users', req, where: { id: { equals: id } } })
}

function refused(req: PayloadRequest, message: string): ValidationError {
  const errors = [{ path: 'currentPassword', label: 'Mật khẩu hiện tại', message }]
  return new ValidationError({ collection: 'users', errors, req }, req.t)
}
