import type { PayloadRequest } from 'payload'
import type { User } from '#shared/payload-types.ts'

/** The stored account of an e-mail address, with its hash; `null` where there is none. */
export async function accountOf(
  { payload }: Pick<PayloadRequest, 'payload'>,
  typed: string,
): Promise<User | null> {
  const email = typed.toLowerCase().trim()
  return payload.db.findOne<User>({ collection: 'users', where: { email: { equals: email } } })
}
