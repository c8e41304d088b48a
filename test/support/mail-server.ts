import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  /** As it was sent, with its head. */
  readonly source: string
}

export interface MailServer {
  readonly url: string
  /** The next mail that comes, or has come and was not asked for. */
  next(): Promise<Mail>
  /** How many have come that nobody asked for. */
  readonly waiting: number
  close(): Promise<void>
}

/** A mail server on a port of its own, which takes one account. */
export async function startMailServer(user: string, password: string): Promise<MailServer> {
  const mails: Mail[] = []
  const asked: ((mail: Mail) => void)[] = []
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password: given }, _session, done) {
      if (username === user && given === password) done(null, { user })
      else done(new Error('Unknown account.'))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        const mail = { from, to, source: Buffer.concat(chunks).toString() }
        const ask = asked.shift()
        if (ask) ask(mail)
        else mails.push(mail)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const login = [user, password].map(encodeURIComponent).join(':')
  return {
    url: `smtp://${login}@127.0.0.1:${port}`,
    next: async () => mails.shift() ?? new Promise((resolve) => asked.push(resolve)),
    get waiting() {
      return mails.length
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
