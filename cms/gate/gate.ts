import type { Payload } from 'payload'
import { BadRequest, refusalAnswer } from './bad-request.ts'
import { checkedBody, contentType, readText } from './body.ts'
import { findEndpoint, type Endpoint } from './endpoints.ts'
import { publicAnswer } from './public-answer.ts'
import { checkQuery, readQuery, writeQuery } from './query.ts'

/** Payload's own REST handler, for the request that the gate lets pass. */
export type Answerer = (request: Request) => Promise<Response>

/**
 * Stands before every request to the REST API: only endpoints that are on, only parameters and
 * bodies that Payload can work with. What is refused is answered here, in Vietnamese, naming the
 * parameter or field.
 * @param segments the parts of the path below /api, decoded
 */
export async function throughGate(
  payload: Payload,
  request: Request,
  segments: readonly string[],
  answer: Answerer,
): Promise<Response> {
  // A browser asks so before a request from another site; it is told of none that is welcome.
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 })
  try {
    const passed = await pass(payload, await plainRequest(request), segments)
    const answered = await answer(passed.request)
    return passed.isPublic ? await publicAnswer(payload, passed.endpoint, answered) : answered
  } catch (error) {
    if (error instanceof BadRequest) return refusalAnswer(error)
    throw error
  }
}

interface Passed {
  /** For Payload: what was read of it is written again. */
  readonly request: Request
  readonly endpoint: Endpoint
  readonly isPublic: boolean
}

async function pass(
  payload: Payload,
  request: Request,
  segments: readonly string[],
): Promise<Passed> {
  const endpoint = findEndpoint(payload, request.method, segments)
  if (!endpoint) throw new BadRequest({ message: 'Không có địa chỉ này.' }, 404)
  checkParameter(endpoint)
  const url = new URL(request.url)
  const query = readQuery(url.search)
  checkQuery(payload, endpoint, query)
  const isPublic = !(await hasUser(payload, request))
  const hasBody = request.method !== 'GET' && request.method !== 'DELETE'
  if (request.method === 'GET') url.search = bounded(url.search, query, isPublic)
  if (hasBody && isPublic && isUpload(payload, endpoint)) {
    throw new BadRequest({ message: 'Cần đăng nhập để gửi tệp lên.' }, 403)
  }
  const body = hasBody ? await checkedBody(request, endpoint, isPublic) : null
  return { request: rebuilt(request, url, body), endpoint, isPublic }
}

const LONGEST_QUERY = 256 * 1024
const OVERRIDES = ['x-http-method-override', 'x-payload-http-method-override']

/** The admin sends long queries as the body of a POST; it becomes the GET that it stands for. */
async function plainRequest(request: Request): Promise<Request> {
  if (request.method !== 'POST') return request
  if (!OVERRIDES.some((name) => request.headers.get(name) === 'GET')) return request
  const text = await readText(request, LONGEST_QUERY)
  const isForm = contentType(request) === 'application/x-www-form-urlencoded'
  const url = new URL(request.url)
  const query = isForm ? text : writeQuery(jsonQuery(text)).slice(1)
  url.search = [url.search.slice(1), query].filter(Boolean).join('&')
  return new Request(url, { headers: cleanHeaders(request), signal: request.signal })
}

function jsonQuery(text: string): object {
  try {
    const query: unknown = JSON.parse(text || '{}')
    if (typeof query === 'object' && query !== null) return query
  } catch {
    // Told below.
  }
  throw new BadRequest({ message: 'Nội dung gửi lên phải là một đối tượng JSON.' })
}

/** The ids of the portal are UUIDs, those of Payload's own rows on MongoDB have 24 digits. */
const ID = /^([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24})$/i
/** `collection-news-ID`, `global-navigation`, and `undefined` where the admin has no name yet. */
const KEY = /^[\w.:-]{1,200}$/

function checkParameter({ pattern, parameter }: Endpoint): void {
  if (parameter === null) return
  const name = /:(\w+)/.exec(pattern)?.[1] ?? ''
  const shape = { id: ID, key: KEY }[name]
  const isGood = shape ? shape.test(parameter) : !/[\u0000-\u001f\u007f/\\]/.test(parameter)
  if (!isGood) throw new BadRequest({ message: 'Địa chỉ có phần không hợp lệ.', parameter: name })
}

/** What may be asked for at once: documents of a list, and relations followed from them. */
const BOUNDS = { public: { limit: 100, depth: 2 }, staff: { limit: 1_000, depth: 10 } }

/** The largest stands for what is larger and for "everything": a limit of 0, or no pages. */
function bounded(
  search: string,
  { limit, page, depth, pagination }: Readonly<Record<string, unknown>>,
  isPublic: boolean,
): string {
  const most = isPublic ? BOUNDS.public : BOUNDS.staff
  const parameters = new URLSearchParams(search)
  // An empty number would be taken for a text.
  for (const [name, value] of Object.entries({ limit, page, depth })) {
    if (value === '') parameters.delete(name)
  }
  const isAll = limit ? Number(limit) === 0 : pagination === 'false'
  if (isAll || Number(limit) > most.limit) parameters.set('limit', String(most.limit))
  if (Number(depth) > most.depth) parameters.set('depth', String(most.depth))
  return parameters.size > 0 ? `?${parameters}` : ''
}

async function hasUser(payload: Payload, { headers }: Request): Promise<boolean> {
  if (!headers.has('cookie') && !headers.has('authorization')) return false
  const { user } = await payload.auth({ headers })
  return user !== null
}

/** A form is read whole before Payload asks who sends it, so strangers send none with files. */
function isUpload(payload: Payload, { kind, slug }: Endpoint): boolean {
  if (kind !== 'collection') return false
  return Boolean(payload.collections[slug as keyof typeof payload.collections].config.upload)
}

function rebuilt(request: Request, url: URL, body: BodyInit | null): Request {
  const { method, signal } = request
  const headers = cleanHeaders(request)
  if (typeof body === 'string') headers.set('content-type', 'application/json')
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
}

/** Without what no longer holds of a request that was read. */
function cleanHeaders({ headers }: Request): Headers {
  const clean = new Headers(headers)
  for (const name of [...OVERRIDES, 'transfer-encoding']) clean.delete(name)
  return clean
}
