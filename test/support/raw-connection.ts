import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number
  /** With the empty line at its end; the date, which changes, is left out. */
  readonly head: string
  readonly body: Buffer
}

export interface RawConnection {
  readonly socket: Socket
  send(bytes: string): void
  /** The next whole answer. */
  next(method?: 'GET' | 'HEAD'): Promise<RawAnswer>
  ask(bytes: string): Promise<RawAnswer>
  /** Resolves with all that came and was not read as an answer. */
  closed(): Promise<string>
}

const HEAD_END = '\r\n\r\n'

/** A connection over which a test says byte by byte what is sent. */
export async function openConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1')
  // A server that cuts the connection off is what some tests are about.
  socket.on('error', () => {})
  let pieces: Buffer[] = []
  let size = 0
  let news = Promise.withResolvers<void>()
  const tell = () => {
    news.resolve()
    news = Promise.withResolvers()
  }
  // `once` of node:events would reject where the connection is cut off.
  const close = new Promise<void>((resolve) => socket.once('close', () => resolve())).then(tell)
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece)
    size += piece.length
    tell()
  })
  await once(socket, 'connect')

  const received = (): Buffer => {
    const whole = Buffer.concat(pieces)
    pieces = [whole]
    return whole
  }
  const more = async () => {
    if (socket.closed) throw new Error(`Closed after: ${received().toString('latin1')}`)
    await news.promise
  }
  const take = async (bytes: number): Promise<Buffer> => {
    while (size < bytes) await more()
    const whole = received()
    pieces = [whole.subarray(bytes)]
    size -= bytes
    return whole.subarray(0, bytes)
  }

  const next = async (method: 'GET' | 'HEAD' = 'GET'): Promise<RawAnswer> => {
    while (!received().includes(HEAD_END)) await more()
    const head = (await take(received().indexOf(HEAD_END) + HEAD_END.length)).toString('latin1')
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
    const length = Number(/^content-length: (\d+)\r$/im.exec(head)?.[1] ?? 0)
    const body = await take(method === 'HEAD' || status === 304 ? 0 : length)
    return { status, head: head.replace(/^date: .*\r\n/im, ''), body }
  }

  return {
    socket,
    send: (bytes) => void socket.write(bytes, 'latin1'),
    next,
    ask(bytes) {
      socket.write(bytes, 'latin1')
      return next(bytes.startsWith('HEAD') ? 'HEAD' : 'GET')
    },
    async closed() {
      await close
      return received().toString('latin1')
    },
  }
}
