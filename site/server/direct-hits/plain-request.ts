import { isHost } from '../host.ts'

/** A request to read a page in the most usual form, as far as its answer depends on it. */
export interface PlainRequest {
  readonly method: 'GET' | 'HEAD'
  /** As the client wrote it. */
  readonly target: string
  readonly acceptEncoding: string | undefined
  readonly ifNoneMatch: string | undefined
}

/**
 * Reads bytes that are exactly one request and nothing more.
 *
 * Whoever stands before or behind this server must read the same bytes in the same way, or one
 * client's bytes become another's request. So this is no parser of HTTP but a narrow gate (far
 * within RFC 9112): printable ASCII, one space after the colon and none before it or at the end,
 * no body and nothing that could announce one, only names that are known to change nothing here.
 * @param text the bytes as Latin-1
 * @returns `null` for everything else, good or bad: node:http judges it
 */
export function readPlainRequest(text: string): PlainRequest | null {
  const [, method, target, lines] = PLAIN.exec(text) ?? []
  const told = lines === undefined ? null : readLines(lines)
  if (!told || !target || !told.host || !isHost(told.host) || !isKeptAlive(told.connection))
    return null
  return {
    method: method as PlainRequest['method'],
    target,
    acceptEncoding: told['accept-encoding'],
    ifNoneMatch: told['if-none-match'],
  }
}

const PLAIN =
  /^(GET|HEAD) (\/[!-~]*) HTTP\/1\.1\r\n((?:[A-Za-z\d-]+: [!-~](?:[ -~]*[!-~])?\r\n)+)\r\n$/

/** Fields that tell something here; each may stand once. */
interface Told {
  host?: string
  connection?: string
  'accept-encoding'?: string
  'if-none-match'?: string
}

const TOLD: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'accept-encoding',
  'if-none-match',
] satisfies (keyof Told)[])

/** Fields that browsers and proxies send, and that change no page. */
const IGNORED: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'cache-control',
  'dnt',
  'forwarded',
  'pragma',
  'priority',
  'referer',
  'save-data',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'sec-gpc',
  'upgrade-insecure-requests',
  'user-agent',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
  'x-request-id',
])
const CLIENT_HINT = 'sec-ch-'

function readLines(lines: string): Told | null {
  const told: Told = {}
  for (let at = 0; at < lines.length;) {
    const colon = lines.indexOf(':', at)
    const end = lines.indexOf('\r', colon)
    const name = lines.slice(at, colon).toLowerCase()
    if (isTold(name)) {
      if (told[name] !== undefined) return null
      told[name] = lines.slice(colon + 2, end)
    } else if (!IGNORED.has(name) && !name.startsWith(CLIENT_HINT)) {
      return null
    }
    at = end + 2
  }
  return told
}

function isTold(name: string): name is keyof Told {
  return TOLD.has(name)
}

function isKeptAlive(connection: string | undefined): boolean {
  return connection === undefined || connection.toLowerCase() === 'keep-alive'
}
