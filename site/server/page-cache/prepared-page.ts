import { createHash } from 'node:crypto'
import { encode, WORTHWHILE_BYTES, type Encoding } from '../encoding.ts'
import type { FinishedResponse, Header } from '../exchange.ts'
import { AnswerHead } from './answer-head.ts'

/** An answer in one encoding, complete to the last header: sending it computes nothing. */
export interface Variant {
  readonly body: Uint8Array
  readonly etag: string | null
  /** Names and values in turn, as `writeHead` takes them. */
  readonly headers: string[]
  readonly head: AnswerHead
  /** Those of 304. */
  readonly unchangedHeaders: string[]
  readonly unchangedHead: AnswerHead
}

const TEXT = /^(?:text\/|application\/(?:json|xml|rss\+xml|manifest\+json|ld\+json)|image\/svg)/
const REVALIDATE = 'public, max-age=0, must-revalidate'

/** An answer that can be sent to many, and is encoded when the first of them asks. */
export class PreparedPage {
  readonly answer: FinishedResponse
  readonly isText: boolean
  readonly isHtml: boolean
  /** Milliseconds since 1970. */
  readonly renderedAt: number
  readonly #fields: ReadonlyMap<string, string>
  readonly #variants = new Map<Encoding, Variant>()
  readonly #underWay = new Map<Encoding, Promise<Variant>>()

  /** @param common headers of every answer; the page's own win over them */
  constructor(answer: FinishedResponse, common: readonly Header[], renderedAt = Date.now()) {
    this.answer = answer
    this.renderedAt = renderedAt
    const fields = new Map([...common, ...answer.headers])
    const type = fields.get('content-type') ?? ''
    this.isText = TEXT.test(type)
    this.isHtml = type.startsWith('text/html')
    if (this.isText && !/charset=/i.test(type)) fields.set('content-type', `${type}; charset=utf-8`)
    if (this.isText) fields.set('vary', 'Accept-Encoding')
    if (!fields.has('cache-control')) fields.set('cache-control', REVALIDATE)
    this.#fields = fields
  }

  /** The variant for a client, where it has been made. */
  ready(encoding: Encoding): Variant | undefined {
    return this.#variants.get(this.#worthwhile(encoding))
  }

  async variant(wanted: Encoding): Promise<Variant> {
    const encoding = this.#worthwhile(wanted)
    const made = this.#variants.get(encoding) ?? this.#underWay.get(encoding)
    if (made) return made
    const making = this.#make(encoding).finally(() => this.#underWay.delete(encoding))
    this.#underWay.set(encoding, making)
    return making
  }

  /** Bytes of all bodies that there are or will be, about. */
  get bytes(): number {
    return this.answer.body.length * (this.isText ? EVERY_ENCODING : 1)
  }

  #worthwhile(encoding: Encoding): Encoding {
    return this.isText && this.answer.body.length >= WORTHWHILE_BYTES ? encoding : 'identity'
  }

  async #make(encoding: Encoding): Promise<Variant> {
    const { status, body: plain } = this.answer
    const body = await encode(plain, encoding)
    const fields = new Map(this.#fields)
    const etag = status === 200 ? etagOf(plain, encoding) : null
    if (etag) fields.set('etag', etag)
    const unchangedHeaders = [...fields].filter(([name]) => name !== 'content-type').flat()
    if (encoding !== 'identity') fields.set('content-encoding', encoding)
    fields.set('content-length', String(body.length))
    const headers = [...fields].flat()
    const variant = {
      body,
      etag,
      headers,
      head: new AnswerHead(status, headers),
      unchangedHeaders,
      unchangedHead: new AnswerHead(304, unchangedHeaders),
    }
    this.#variants.set(encoding, variant)
    return variant
  }
}

/** HTML shrinks to a quarter by each of the two compressions. */
const EVERY_ENCODING = 1.5

/** Strong: other bytes, another tag, so each encoding has its own (RFC 9110, 8.8.1). */
function etagOf(body: Uint8Array, encoding: Encoding): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
}
