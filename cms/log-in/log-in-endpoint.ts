import {
  addDataAndFileToRequest,
  headersWithCors,
  loginOperation,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { generatePayloadCookie } from 'payload/shared'
import { networkOf } from '#cms/access/network.ts'
import { requestAddress } from '#cms/access/request-address.ts'
import { noteFailure } from '#cms/audit/failures.ts'
import { databaseOfPortal } from '#cms/database/opened.ts'
import { readConfig } from '#shared/config.ts'
import { accountOf } from './account.ts'
import type { Attempt } from './admission.ts'
import { deviceCookie, deviceOf } from './device-cookie.ts'
import { guards } from './guards.ts'
import { spendRest } from './password-hash.ts'
import { slowedAnswer, tooManyAtOnce, tooManyAttempts } from './slowed.ts'
import { textOf } from './text-of.ts'

/**
 * Payload's log-in, slowed by network, account and both before any hash is made. It answers the same
 * in the same time whether or not there is such an account.
 */
export const logInEndpoint: Endpoint = {
  path: '/login',
  method: 'post',
  async handler(req) {
    await addDataAndFileToRequest(req)
    const data = { email: textOf(req, 'email'), password: textOf(req, 'password') }
    const attempt = attemptOf(req, data.email)
    const { logIn, hashes } = guards()
    const isKnown = attempt.device !== null
    const wait = logIn.wait(attempt, Date.now())
    if (wait > 0) {
      noteFailure(req.payload, { ...attempt, kind: 'log-in-slowed' })
      return slowedAnswer(tooManyAttempts(wait))
    }
    if (!hashes.hasRoom(isKnown)) return slowedAnswer(tooManyAtOnce())
    logIn.begin(attempt, Date.now())
    const result = await hashes
      .run(isKnown, () => checked(req, data))
      .catch((error: unknown) => {
        if (isWrongPassword(error)) noteFailure(req.payload, { ...attempt, kind: 'log-in-failed' })
        throw error
      })
    logIn.succeed(attempt, Date.now())
    return welcome(req, result, isKnown ? null : attempt.email)
  },
}

type LoggedIn = Awaited<ReturnType<typeof loginOperation>>
interface Credentials {
  readonly email: string
  readonly password: string
}

function attemptOf({ headers }: PayloadRequest, typed: string): Attempt {
  const email = typed.toLowerCase().trim()
  const device = deviceOf(headers, email, readConfig().secret)
  return { email, device, network: networkOf(requestAddress(headers)) }
}

/** Several log-ins of one account may meet in the database; the second try finds what the first left. */
const MOST_TRIES = 5

async function checked(req: PayloadRequest, data: Credentials): Promise<LoggedIn> {
  for (let tries = 1; ; tries += 1) {
    try {
      const collection = req.payload.collections.users
      return await loginOperation({ collection, data, req })
    } catch (error) {
      if (isWrongPassword(error)) await spendRest(await accountOf(req, data.email), data.password)
      if (tries === MOST_TRIES || !databaseOfPortal(req.payload).kind.isConflict(error)) throw error
    }
  }
}

/** As Payload's own handler answers. */
function welcome(req: PayloadRequest, result: LoggedIn, newDevice: string | null): Response {
  const { config } = req.payload.collections.users
  const headers = headersWithCors({ headers: new Headers(), req })
  headers.append(
    'Set-Cookie',
    generatePayloadCookie({
      collectionAuthConfig: config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token: result.token ?? '',
      returnCookieAsObject: false,
    }),
  )
  if (newDevice !== null) headers.append('Set-Cookie', deviceCookie(newDevice, readConfig()))
  return Response.json({ message: req.t('authentication:passed'), ...result }, { headers })
}

/** By its status: bundles drop the names of Payload's errors. */
function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 401
}
