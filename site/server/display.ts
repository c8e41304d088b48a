import type { IncomingMessage } from 'node:http'
import type { Config } from '#shared/config.ts'
import type { FinishedResponse, Header } from './exchange.ts'
import { ownPath } from './request-target.ts'

/** How a reader wants to see the site ("Hiển thị"): text size and colours. */
export interface Display {
  readonly text: (typeof TEXTS)[number]
  readonly mode: (typeof MODES)[number]
}

const TEXTS = ['1', '2', '3'] as const
const MODES = ['auto', 'light', 'dark', 'contrast'] as const
const COOKIE = 'hien-thi'
const YEAR_SECONDS = 31_536_000

/** The reader's choice; `null` without a cookie, then everyone gets the same bytes. */
export function displayOf(request: IncomingMessage): Display | null {
  const [, value] =
    new RegExp(`(?:^|;)\\s*${COOKIE}=([^;]*)`).exec(request.headers.cookie ?? '') ?? []
  const [text, mode] = (value ?? '').split('.')
  return value === undefined ? null : chosen(text, mode)
}

/** The answer to the posted form: keeps the choice and leads back to where the reader was. */
export function keepDisplay(
  request: IncomingMessage,
  form: URLSearchParams,
  config: Config,
): FinishedResponse {
  const display = chosen(form.get('text') ?? '1', form.get('mode') ?? 'auto')
  const isDefault = !display || (display.text === '1' && display.mode === 'auto')
  const secure = config.site.publicUrl.startsWith('https:') ? '; Secure' : ''
  const cookie = isDefault
    ? `${COOKIE}=; Max-Age=0`
    : `${COOKIE}=${display.text}.${display.mode}; Max-Age=${YEAR_SECONDS}`
  return {
    status: 303,
    headers: [
      ['location', cameFrom(request, config)],
      ['set-cookie', `${cookie}; Path=/; HttpOnly; SameSite=Lax${secure}`],
      ['cache-control', 'no-store'],
    ],
    body: new Uint8Array(),
    tags: [],
    expiresAt: null,
  }
}

/** The same page in the reader's display; private, since it is no longer the same for all. */
export function withDisplay(answer: FinishedResponse, display: Display): FinishedResponse {
  const isHtml = answer.headers.some(
    ([name, value]) => name === 'content-type' && /html/.test(value),
  )
  if (!isHtml) return answer
  const html = new TextDecoder().decode(answer.body)
  const shown = html
    .replace(/<html\b/, `<html data-text="${display.text}" data-mode="${display.mode}"`)
    .replace(/<form[^>]*action="\/hien-thi"[\s\S]*?<\/form>/, (form) => withChoice(form, display))
  const kept = answer.headers.filter(([name]) => name !== 'cache-control')
  const own = answer.headers.find(([name]) => name === 'cache-control')
  const control: Header = own?.[1].includes('no-store')
    ? own
    : ['cache-control', 'private, no-cache']
  return { ...answer, headers: [...kept, control], body: new TextEncoder().encode(shown) }
}

function chosen(text: string | undefined, mode: string | undefined): Display | null {
  const knownText = TEXTS.find((known) => known === text)
  const knownMode = MODES.find((known) => known === mode)
  return knownText && knownMode ? { text: knownText, mode: knownMode } : null
}

/** Checks the buttons that stand for the choice, so that the form tells the truth. */
function withChoice(form: string, display: Display): string {
  return form.replace(/<input\b[^>]*>/g, (input) => {
    const plain = input.replace(/\s+checked(?:="[^"]*")?/, '')
    const isChosen = Object.entries(display).some(
      ([name, value]) => input.includes(`name="${name}"`) && input.includes(`value="${value}"`),
    )
    return isChosen ? plain.replace('<input', '<input checked') : plain
  })
}

/** A path of this site, never an address elsewhere. */
function cameFrom(request: IncomingMessage, config: Config): string {
  const url = URL.parse(request.headers.referer ?? '')
  if (!url || !/^https?:$/.test(url.protocol)) return '/'
  const isOurs = url.origin === config.site.publicUrl || url.host === request.headers.host
  return (isOurs && ownPath(url)) || '/'
}
