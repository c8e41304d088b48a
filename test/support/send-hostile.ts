import { Agent, request } from 'node:http'
import type { HostileRequest } from './hostile-requests.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 2 })
const LONGEST_ANSWER_MS = 30_000

/**
 * Sends a request as it is, past all that fetch would mend.
 * @returns the status; 0 where the connection was cut off, -1 where no answer came in time
 */
export function sendHostile(
  origin: string,
  { method, target, headers, body }: HostileRequest,
  token: string | null,
): Promise<number> {
  const { hostname, port } = new URL(origin)
  const signedIn = token === null ? {} : { authorization: `JWT ${token}` }
  return new Promise((resolve) => {
    const sent = request(
      { agent, hostname, port, method, path: target, headers: { ...headers, ...signedIn } },
      (answer) => {
        answer.resume()
        answer.once('close', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.setTimeout(LONGEST_ANSWER_MS, () => {
      resolve(-1)
      sent.destroy()
    })
    sent.once('error', () => resolve(0))
    sent.end(body)
  })
}
