import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Endpoint } from '#shared/config.ts'
import { OperatorError } from '#cms/operator-error.ts'

const ATTEMPTS = 50

/**
 * The port to serve an endpoint on: its own, or the next free one where it is a default.
 * @param setting name of the variable that sets the port, for the message
 * @param reserved ports that another part of the portal takes
 * @throws OperatorError where a port that the settings name is taken
 */
export async function choosePort(
  setting: string,
  endpoint: Endpoint,
  reserved: readonly number[] = [],
): Promise<number> {
  const { host, port, portIsFixed } = endpoint
  if (portIsFixed) {
    if (!reserved.includes(port) && (await isFree(port, host))) return port
    throw new OperatorError(
      `Cổng ${port} (${setting} trong cài đặt) đang có chương trình khác dùng. ` +
        `Hãy dừng chương trình đó, hoặc đặt ${setting} là số khác trong .env.`,
    )
  }
  for (let candidate = port; candidate < port + ATTEMPTS; candidate += 1) {
    if (!reserved.includes(candidate) && (await isFree(candidate, host))) return candidate
  }
  throw new OperatorError(
    `Các cổng từ ${port} đến ${port + ATTEMPTS - 1} đều đang có chương trình khác dùng. ` +
      `Hãy đặt ${setting} trong .env là một cổng còn trống.`,
  )
}

/** Nobody answers there, and it can be listened on: on some systems one does not imply the other. */
async function isFree(port: number, host: string): Promise<boolean> {
  return (await canListen(port, host)) && !(await isAnswered(port))
}

async function canListen(port: number, host: string): Promise<boolean> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES')) return false
    throw new OperatorError(`Không mở được cổng ${port} ở địa chỉ ${host}: ${String(error)}`, {
      cause: error,
    })
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

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
