import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

/** A connection that is not made by then fails. */
export const CONNECT_MS = 8_000

/** Longer than any heartbeat that is still going to end. */
const STUCK_MS = CONNECT_MS + 4_000

type Logged = { payload: Pick<Payload, 'logger'> }

/**
 * Connects anew where the driver has stopped looking for its server. A server that goes away at the
 * moment at which the driver greets it leaves that greeting without answer, error or time limit
 * (mongodb 6.20 waits for a drain of the closed socket), and every later reading fails although the
 * server has long been back.
 */
export async function mendStuckHeartbeat(adapter: MongooseAdapter): Promise<void> {
  const { logger } = (adapter as unknown as Logged).payload
  const client = adapter.connection.getClient()
  const waits = new Map<string, NodeJS.Timeout>()

  let isOver = false

  const mend = async (server: string) => {
    logger.warn({ server, msg: 'database-heartbeat-stuck' })
    await client.close()
    // Each try waits for its server; what is closed meanwhile for good stays closed.
    while (!isOver && !(await isConnected())) logger.warn({ server, msg: 'database-still-away' })
    if (isOver) await client.close()
  }
  const isConnected = () =>
    client.connect().then(
      () => true,
      () => false,
    )
  const ended = ({ connectionId }: { connectionId: string }) =>
    clearTimeout(waits.get(connectionId))

  adapter.connection.once('close', () => {
    isOver = true
    for (const wait of waits.values()) clearTimeout(wait)
  })
  client.on('serverHeartbeatStarted', ({ connectionId, awaited }) => {
    // One that is awaited stays open until something changes on the server.
    if (awaited) return
    clearTimeout(waits.get(connectionId))
    waits.set(connectionId, setTimeout(() => void mend(connectionId), STUCK_MS).unref())
  })
  client.on('serverHeartbeatSucceeded', ended)
  client.on('serverHeartbeatFailed', ended)
  client.on('serverClosed', ({ address }) => clearTimeout(waits.get(address)))
}
