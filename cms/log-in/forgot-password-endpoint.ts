import { addDataAndFileToRequest, type Endpoint, type Payload } from 'payload'
import { networkOf } from '#cms/access/network.ts'
import { requestAddress } from '#cms/access/request-address.ts'
import { canSendMail } from '#cms/mail/portal-mail.ts'
import { resetMail } from '#cms/mail/reset-mail.ts'
import { readConfig } from '#shared/config.ts'
import { accountOf } from './account.ts'
import { guards } from './guards.ts'
import { isOff, slowedAnswer, tooManyAttempts } from './slowed.ts'
import { textOf } from './text-of.ts'

/**
 * A mail with a link to a new password. The answer comes before the account is looked for, so it is
 * the same in the same time for every address. Off where the settings name no mail server.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  async handler(req) {
    if (!canSendMail()) return isOff()
    await addDataAndFileToRequest(req)
    const email = textOf(req, 'email').toLowerCase().trim()
    const wait = waitFor(email, networkOf(requestAddress(req.headers)), Date.now())
    if (wait > 0) return slowedAnswer(tooManyAttempts(wait))
    if (email !== '') setImmediate(() => void send(req.payload, email))
    return Response.json({ message: req.t('general:success') })
  },
}

/** How long to wait, in ms; where it may go on at once, it is counted. */
function waitFor(email: string, network: string, now: number): number {
  const { mails } = guards()
  const keys = [`network ${network}`, `account ${email}`]
  const who = `${network} ${email}`
  const wait = Math.max(...keys.map((key) => mails.wait(key, who, now)))
  if (wait === 0) for (const key of keys) mails.take(key, who, now)
  return wait
}

/** In a request of its own: nobody waits for it, so a failure is told in the log. */
async function send(payload: Payload, email: string): Promise<void> {
  try {
    const data = { email }
    const options = { collection: 'users', data, disableEmail: true } as const
    const token = (await payload.forgotPassword(options)) as string | null
    const account = token ? await accountOf({ payload }, email) : null
    if (!token || !account) return
    const mail = resetMail(account.name, readConfig().cms.publicUrl, token)
    await payload.sendEmail({ to: account.email, ...mail })
  } catch (err) {
    payload.logger.error({ err, code: 'mail_not_sent' }, 'A mail could not be sent.')
  }
}
