import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Endpoint } from '#shared/config.ts'
import { OperatorError } from '#cms/operator-error.ts'

const ATTEMPTS = 50

/** A port that no other start on this machine takes, until it is released or this process ends. */
export interface ClaimedPort {
  readonly port: number
  release(): void
}

/**
 * The port to serve an endpoint on: the one that the settings name; else the one of the last start,
 * its default, or the next that is free.
 * @param setting name of the variable that sets the port, for the message
 * @param last the port of the last start
 * @throws OperatorError where a port that the settings name is taken
 */
export async function claimPort(
  setting: string,
  endpoint: Endpoint,
  last?: number,
): Promise<ClaimedPort> {
  const { host, port, portIsFixed } = endpoint
  if (portIsFixed) {
    const claimed = await claim(port, host)
    if (claimed) return claimed
    throw new OperatorError(
      `Cổng ${port} (${setting} trong cài đặt) đang có chương trình khác dùng. ` +
        `Hãy dừng chương trình đó, hoặc đặt ${setting} là số khác trong .env.`,
    )
  }
  const next = Array.from({ length: ATTEMPTS }, (_, step) => port + step)
  for (const candidate of last === undefined ? next : [last, ...next]) {
    const claimed = await claim(candidate, host)
    if (claimed) return claimed
  }
  throw new OperatorError(
    `Các cổng từ ${port} đến ${port + ATTEMPTS - 1} đều đang có chương trình khác dùng. ` +
      `Hãy đặt ${setting} trong .env là một cổng còn trống.`,
  )
}

/** Nobody answers there, and it can be listened on: on some systems one does not imply the other. */
export async function isFree(port: number, host: string): Promise<boolean> {
  return (await canListen(port, host)) && !(await isAnswered(port))
}

/**
 * Between the choice of a port and the moment when a process listens on it lie seconds, in which
 * another start would find it free. The UDP port of the same number is nobody's otherwise, and the
 * system gives it to one process alone, frees it when that dies, and writes nothing anywhere.
 */
async function claim(port: number, host: string): Promise<ClaimedPort | null> {
  const socket = createSocket('udp4')
  try {
    socket.bind({ port, address: '127.0.0.1', exclusive: true })
    await once(socket, 'listening')
  } catch (error) {
    socket.close()
    if (hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES')) return null
    throw notOpened(port, '127.0.0.1', error)
  }
  socket.unref()
  if (await isFree(port, host)) return { port, release: () => socket.close() }
  socket.close()
  return null
}

async function canListen(port: number, host: string): Promise<boolean> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES')) return false
    throw notOpened(port, host, error)
  }
  server.close()
  await once(server, 'close')
  return true
}

async function isAnswered(port: number): Promise<boolean> {
  const socket = connect({ port, host: 'localhost', timeout: 1_000 })
  return new Promise((resolve) => {
    const settle = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('timeout', () => settle(false))
  })
}

function notOpened(port: number, host: string, cause: unknown): OperatorError {
  return new OperatorError(`Không mở được cổng ${port} ở địa chỉ ${host}: ${String(cause)}`, {
    cause,
  })
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
