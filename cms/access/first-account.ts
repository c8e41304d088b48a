import { timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readConfig } from '#shared/config.ts'

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?|::ffff:127(\.\d+){3})$/

/**
 * Whether this request may make the first account: it comes from this machine, to a cms that
 * listens there alone and has no public address; or it brings the one-time code.
 */
export async function isFirstAccountAllowed(headers: Headers, code: unknown): Promise<boolean> {
  return isFromThisMachine(headers) || (await isOneTimeCode(code))
}

/** A proxy may leave forwarding headers out, so a public address alone rules loopback out. */
function isFromThisMachine(headers: Headers): boolean {
  const { cms } = readConfig()
  const hosts = [
    cms.host,
    new URL(cms.publicUrl).hostname,
    headers.get('host')?.replace(/:\d+$/, ''),
  ]
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return [...hosts, ...forwarded.filter(Boolean)].every((host) => LOOPBACK.test(host ?? ''))
}

async function isOneTimeCode(code: unknown): Promise<boolean> {
  if (typeof code !== 'string' || code === '') return false
  const expected = await readFile(readConfig().firstAccountCodeFile, 'utf8').catch(absent)
  if (!expected) return false
  const [given, wanted] = [Buffer.from(code.trim()), Buffer.from(expected.trim())]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
