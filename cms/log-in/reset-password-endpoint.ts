import {
  addDataAndFileToRequest,
  APIError,
  headersWithCors,
  resetPasswordOperation,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { generatePayloadCookie } from 'payload/shared'
import { networkOf } from '#cms/access/network.ts'
import { requestAddress } from '#cms/access/request-address.ts'
import { markReset } from '#cms/audit/reset-mark.ts'
import { canSendMail } from '#cms/mail/portal-mail.ts'
import { guards } from './guards.ts'
import { spendRest } from './password-hash.ts'
import { isOff, slowedAnswer, tooManyAtOnce, tooManyAttempts } from './slowed.ts'
import { textOf } from './text-of.ts'

/** Payload's own, slowed by network, and without a transaction or a difference in time for a wrong link. */
export const resetPasswordEndpoint: Endpoint = {
  path: '/reset-password',
  method: 'post',
  async handler(req) {
    if (!canSendMail()) return isOff()
    await addDataAndFileToRequest(req)
    const network = networkOf(requestAddress(req.headers))
    const { hashes, resets } = guards()
    const wait = resets.wait(network, network, Date.now())
    if (wait > 0) return slowedAnswer(tooManyAttempts(wait))
    if (!hashes.hasRoom(false)) return slowedAnswer(tooManyAtOnce())
    resets.take(network, network, Date.now())
    return hashes.run(false, () => reset(req))
  },
}

async function reset(req: PayloadRequest): Promise<Response> {
  const data = { token: textOf(req, 'token'), password: textOf(req, 'password') }
  if (!(await isGood(req, data.token))) {
    await spendRest(null, data.password)
    throw new APIError(
      'Đường dẫn này đã được dùng hoặc đã quá 1 giờ. Hãy bấm “Quên mật khẩu?” để nhận đường dẫn mới.',
      403,
      { code: 'reset_link_invalid' },
      true,
    )
  }
  markReset(req)
  const collection = req.payload.collections.users
  const { token = '', user } = await resetPasswordOperation({ collection, data, req })
  const cookie = generatePayloadCookie({
    collectionAuthConfig: collection.config.auth,
    cookiePrefix: req.payload.config.cookiePrefix,
    token,
    returnCookieAsObject: false,
  })
  const headers = headersWithCors({ headers: new Headers({ 'Set-Cookie': cookie }), req })
  const message = req.t('authentication:passwordResetSuccessfully')
  return Response.json({ message, token, user }, { headers })
}

async function isGood({ payload }: PayloadRequest, token: string): Promise<boolean> {
  if (token === '') return false
  const account = await payload.db.findOne({
    collection: 'users',
    where: {
      and: [
        { resetPasswordToken: { equals: token } },
        { resetPasswordExpiration: { greater_than: new Date().toISOString() } },
      ],
    },
  })
  return account !== null
}
