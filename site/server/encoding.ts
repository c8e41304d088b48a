import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How a body travels. */
export type Encoding = 'identity' | 'gzip' | 'br'

/** Bodies that are smaller gain nothing. */
export const WORTHWHILE_BYTES = 512

/** The best encoding that `Accept-Encoding` allows (RFC 9110, 12.5.3). */
export function bestEncoding(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity'
  const known = chosen.get(acceptEncoding)
  if (known) return known
  const encoding = choose(acceptEncoding)
  if (chosen.size >= MOST_CHOICES) chosen.clear()
  chosen.set(acceptEncoding, encoding)
  return encoding
}

/** The body in an encoding, in memory of its own: what zlib gives holds far more than it says. */
export async function encode(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'identity') return body
  const compressed =
    encoding === 'gzip'
      ? await promisify(gzip)(body)
      : await promisify(brotliCompress)(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          },
        })
  const own = Buffer.allocUnsafeSlow(compressed.length)
  compressed.copy(own)
  return own
}

/** Browsers send a handful of values. */
const MOST_CHOICES = 1_000
const chosen = new Map<string, Encoding>()

function choose(acceptEncoding: string): Encoding {
  const accepted = new Map<string, number>()
  for (const part of acceptEncoding.split(',')) {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    accepted.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  const accepts = (name: string) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : 'identity'
}
