import { request } from 'node:http'
import type { SameAnswer } from './rivals.ts'

/** What node:http writes by itself. */
const OWN_HEADERS: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive'])

/** An answer as it comes over the wire, still packed: fetch would unpack it. */
export function wholeAnswer(url: string, encoding: string): Promise<SameAnswer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const named = Object.entries(response.headers).filter(([name]) => !OWN_HEADERS.has(name))
        resolve({
          headers: named.map(([name, value]) => [name, String(value)]),
          body: Buffer.concat(parts),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}
