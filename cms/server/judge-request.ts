import type { IncomingMessage } from 'node:http'

/** Why a request is not handed on; `allow` names the methods that would be. */
export interface Judged {
  readonly status: 400 | 404 | 405 | 413
  readonly allow?: string
}

/** Bytes of a body, by who sends it and in what form. */
export interface BodyLimits {
  readonly public: number
  readonly staff: number
  readonly form: number
}

const LONGEST_TARGET = 8_192
const HOST = /^([\w-]+(\.[\w-]+)*\.?|\[[\da-f:.]+\])(:\d{1,5})?$/i
const CONTROLS = /[\u0000-\u001f\u007f\\]/

/**
 * Judges what Next would fail on or take for something else: targets with broken escapes, several
 * Host headers (RFC 9112, 3.2), methods without meaning, bodies that nobody will read.
 * @returns null for a request that may pass
 */
export function judgeRequest(
  request: IncomingMessage,
  isPublic: boolean,
  limits: BodyLimits,
): Judged | null {
  const path = pathOf(request.url ?? '')
  if (path === null || !hasGoodHost(request) || !hasGoodOrigin(request)) return { status: 400 }
  // Nothing of the admin asks for pictures in other sizes.
  if (path.startsWith('/_next/image')) return { status: 404 }
  const allowed = methodsOf(path, request)
  if (!allowed.includes(request.method ?? '')) return { status: 405, allow: allowed.join(', ') }
  return bodyLength(request) > bodyLimit(request, isPublic, limits) ? { status: 413 } : null
}

/** The decoded path; null for a target that has none in order. */
export function pathOf(target: string): string | null {
  const path = target.split('?', 1)[0] ?? ''
  if (target.length > LONGEST_TARGET || !/^\/(?!\/)/.test(path)) return null
  if (/%(2f|5c|00)/i.test(path) || path.includes('//')) return null
  try {
    const decoded = decodeURIComponent(path)
    const isUp = decoded.split('/').some((part) => part === '.' || part === '..')
    return isUp || CONTROLS.test(decoded) ? null : decoded
  } catch {
    // A broken escape.
    return null
  }
}

function hasGoodHost({ headersDistinct }: IncomingMessage): boolean {
  const { host = [] } = headersDistinct
  return host.length === 1 && HOST.test(host[0] ?? '')
}

function hasGoodOrigin({ headers }: IncomingMessage): boolean {
  const { origin } = headers
  return origin === undefined || origin === 'null' || URL.canParse(origin)
}

/** The admin's pages are read; what is posted to them is a call of a server function. */
function methodsOf(path: string, { headers }: IncomingMessage): string[] {
  if (path.startsWith('/api/')) return ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']
  const isCall = /^\/admin(\/|$)/.test(path) && headers['next-action'] !== undefined
  return isCall ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']
}

function bodyLength({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0)
}

function bodyLimit({ headers }: IncomingMessage, isPublic: boolean, limits: BodyLimits): number {
  if (isPublic) return limits.public
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '') ? limits.form : limits.staff
}
