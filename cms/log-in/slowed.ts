import { APIError } from 'payload'

/** Too many attempts, or too many at once. Answers carry the pause in `Retry-After` as well. */
export class SlowedError extends APIError {
  readonly retryAfterS: number
  constructor(message: string, status: 429 | 503, retryAfterS: number) {
    super(message, status, { code: status === 429 ? 'too_many_attempts' : 'busy' }, true)
    this.retryAfterS = retryAfterS
  }
}

/** @param wait ms until the next attempt */
export function tooManyAttempts(wait: number): SlowedError {
  const seconds = Math.max(1, Math.ceil(wait / 1_000))
  return new SlowedError(`Đã thử quá nhiều lần. Hãy thử lại sau ${spoken(seconds)}.`, 429, seconds)
}

export function tooManyAtOnce(): SlowedError {
  return new SlowedError(
    'Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau 10 giây.',
    503,
    10,
  )
}

/** The answer of an endpoint of ours, as Payload writes its own refusals. */
export function slowedAnswer({ message, data, status, retryAfterS }: SlowedError): Response {
  return Response.json(
    { errors: [{ message, data }] },
    { status, headers: { 'Retry-After': String(retryAfterS) } },
  )
}

/** The answer of an endpoint that the portal has not, as Payload gives it for unknown ones. */
export function isOff(): Response {
  return Response.json({ message: 'Route not found.' }, { status: 404 })
}

function spoken(seconds: number): string {
  return seconds < 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`
}
