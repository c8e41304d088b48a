import { defaultLoggerOptions, type Config } from 'payload'

/**
 * The log of the cms. A refusal that the portal meant (a wrong password, a right that is missing, a
 * database that is busy) is one line at warn; whatever was not expected keeps its stack. Told apart
 * by status, since bundles drop the names of errors.
 */
export const portalLogger: NonNullable<Config['logger']> = {
  options: {
    hooks: {
      logMethod(args, log, level) {
        const refusal = level >= ERROR ? refusalIn(args[0]) : null
        if (refusal) this.warn({ code: refusal.code, status: refusal.status }, refusal.message)
        else log.apply(this, args)
      },
    },
  },
  destination: defaultLoggerOptions,
}

/** pino's number of the level `error`. */
const ERROR = 50

interface Refusal {
  readonly status: number
  readonly message: string
  readonly code?: string
}

function refusalIn(logged: unknown): Refusal | null {
  const error = (logged as { err?: unknown } | null)?.err
  if (!(error instanceof Error) || !('status' in error)) return null
  const { status, message } = error
  if (typeof status !== 'number' || !isMeant(status, error)) return null
  const { data } = error as { data?: { code?: unknown } | null }
  const code = typeof data?.code === 'string' ? data.code : undefined
  return { status, message: message.split('\n', 1)[0] ?? '', ...(code && { code }) }
}

/** Below 500 the sender is told what is wrong; 503 and 507 of our own are public. */
function isMeant(status: number, error: Error): boolean {
  const isPublic = 'isPublic' in error && error.isPublic === true
  return status >= 400 && (status < 500 || (isPublic && status > 500))
}
