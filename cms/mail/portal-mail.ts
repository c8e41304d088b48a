import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter } from 'payload'
import { readConfig, type Config } from '#shared/config.ts'
import { noMail } from './no-mail.ts'

/** A mail server that does not answer must not keep a mail waiting for ever. */
const TIMEOUT_MS = 20_000

/** Whether the portal can send mail; without, nobody can ask for a link to a new password. */
export function canSendMail(): boolean {
  return readConfig().mail !== null
}

/** How Payload sends mail: through the server of the settings, which is first asked when one is sent. */
export async function portalMail({ mail }: Pick<Config, 'mail'>): Promise<EmailAdapter> {
  if (!mail) return noMail
  const { hostname, port, protocol, username, password } = new URL(mail.smtpUrl)
  const isSecure = protocol === 'smtps:'
  return nodemailerAdapter({
    defaultFromAddress: mail.from.address,
    defaultFromName: mail.from.name,
    skipVerify: true,
    transportOptions: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (isSecure ? 465 : 587),
      secure: isSecure,
      ...(username && {
        auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      }),
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    },
  })
}
