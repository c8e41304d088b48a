import { STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'

/** How long a connection may rest between two requests; clients are told. */
export const KEEP_ALIVE_MS = 20_000

/** The head of an answer on a connection that is kept alive, as the very bytes of node:http. */
export class AnswerHead {
  readonly #status: number
  readonly #headers: readonly string[]
  #bytes = Buffer.alloc(0)
  #second = Number.NaN

  /**
   * @param headers names and values in turn
   * @throws TypeError for what would not stay within its line
   */
  constructor(status: number, headers: readonly string[]) {
    this.#status = status
    this.#headers = headers
    for (const [name, value] of inPairs(headers)) {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    }
  }

  /** With the date of now. What was given before does not change: it may still be on its way. */
  bytes(): Buffer {
    const second = Math.floor(Date.now() / 1000)
    if (second === this.#second) return this.#bytes
    this.#second = second
    this.#bytes = Buffer.from(this.#text(new Date(second * 1000)), 'latin1')
    return this.#bytes
  }

  #text(date: Date): string {
    return [
      `HTTP/1.1 ${this.#status} ${STATUS_CODES[this.#status]}`,
      ...inPairs(this.#headers).map(([name, value]) => `${name}: ${value}`),
      `Date: ${date.toUTCString()}`,
      'Connection: keep-alive',
      `Keep-Alive: timeout=${Math.floor(KEEP_ALIVE_MS / 1000)}`,
      '\r\n',
    ].join('\r\n')
  }
}

function inPairs(headers: readonly string[]): [name: string, value: string][] {
  return headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : []))
}
