import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Answers bytes that came in one piece; false where it has written nothing and does not answer.
 * Is asked only while nothing waits to be sent.
 */
export type DirectAnswer = (socket: Socket, bytes: Buffer) => boolean

export interface DirectConnections {
  /** Closes those that have not gone to node:http, each when its answer is sent. */
  end(): void
  /** Closes them at once. */
  destroy(): void
}

export interface RestLimits {
  /** How long nothing may come. */
  readonly idleMs: number
  /** How long, after that, a reader may take nothing of an answer. */
  readonly stalledMs: number
}

/**
 * Puts a direct answer before node:http. The first bytes without one take their connection to
 * node:http for good, which sees them as if they had just come in: so what waits here has sent
 * nothing that is unanswered, and a half or slow request is node:http's business with its limits.
 */
export function takeConnections(
  server: Server,
  answer: DirectAnswer,
  { idleMs, stalledMs }: RestLimits,
): DirectConnections {
  const ordinary = ordinaryListener(server)
  const open = new Set<Socket>()
  let isEnding = false

  server.on('connection', (socket: Socket) => {
    let isStalled = false
    const listeners = {
      data(bytes: Buffer) {
        if (isEnding) return
        if (socket.writableLength === 0 && answer(socket, bytes)) return
        leave()
        socket.setTimeout(0)
        socket.pause()
        socket.unshift(bytes)
        ordinary.call(server, socket)
        socket.resume()
      },
      /** The other side sends no more, but still gets its answer. */
      end: () => socket.end(),
      timeout() {
        if (socket.writableLength === 0 || isStalled) socket.destroy()
        else socket.setTimeout(stalledMs)
        isStalled = true
      },
      /** The client is gone, which is no fault; `close` follows. */
      error() {},
      close: () => leave(),
    }
    const leave = () => {
      open.delete(socket)
      for (const [name, listener] of Object.entries(listeners)) socket.off(name, listener)
    }
    open.add(socket)
    socket.setTimeout(idleMs)
    for (const [name, listener] of Object.entries(listeners)) socket.on(name, listener)
  })

  return {
    end() {
      isEnding = true
      for (const socket of open) socket.destroySoon()
    },
    destroy() {
      for (const socket of open) socket.destroy()
    },
  }
}

/** Takes away the listener by which node:http gets its connections. */
function ordinaryListener(server: Server): (this: Server, socket: Socket) => void {
  const [listener, ...others] = server.listeners('connection')
  if (!listener || others.length > 0) {
    throw new Error('A server of node:http had one listener for connections until Node 24.')
  }
  server.removeAllListeners('connection')
  return listener as (this: Server, socket: Socket) => void
}
