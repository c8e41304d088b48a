import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** What Payload stores of a password. */
export interface StoredPassword {
  readonly hash?: string | null
  readonly salt?: string | null
}

/** Payload 3.90's parameters (payload/dist/auth/strategies/local/generatePasswordSaltHash.js). */
const CURRENT = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, bytes: 32 } as const
/** Those of older versions, renewed at the next log-in. */
const OLDER = { prefix: '', iterations: 25_000, bytes: 512 } as const

const DIGEST = 'sha256'
const DIGEST_BYTES = 32
const derive = promisify(pbkdf2)

/** Whether this is the password of an account; takes as long where there is no account. */
export async function isPasswordOf(
  stored: StoredPassword | null,
  password: string,
): Promise<boolean> {
  const { hash, salt } = stored ?? {}
  await spendRest(stored, password)
  if (!hash || !salt) return false
  const { prefix, iterations, bytes } = parametersOf(hash)
  const expected = Buffer.from(hash.slice(prefix.length), 'hex')
  const given = await derive(password, salt, iterations, bytes, DIGEST)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/**
 * After a password was refused: spends what this account's check cost less than that of a usual one,
 * so that time tells neither whether there is such an account nor how old its hash is.
 */
export async function spendRest(stored: StoredPassword | null, password: string): Promise<void> {
  const spent = stored?.hash && stored.salt ? roundsOf(parametersOf(stored.hash)) : 0
  const rest = roundsOf(CURRENT) - spent
  if (rest > 0) await derive(password, 'no account has this salt', rest, DIGEST_BYTES, DIGEST)
}

function parametersOf(hash: string) {
  return hash.startsWith(CURRENT.prefix) ? CURRENT : OLDER
}

/** PBKDF2 goes through all iterations for each block of the digest's length (RFC 8018, 5.2). */
function roundsOf({ iterations, bytes }: { iterations: number; bytes: number }): number {
  return iterations * Math.ceil(bytes / DIGEST_BYTES)
}
