import { handleEndpoints } from 'payload'
import { throughGate } from '#cms/gate/gate.ts'
import type { TestPortal } from './database.ts'

interface RestRequest {
  readonly method?: string
  /** Token of {@link logIn}; the public without it. */
  readonly token?: string
  readonly json?: unknown
  readonly form?: FormData
  readonly headers?: Record<string, string>
}

/** Asks the cms's REST API through its gate and its real handlers, on this test's database. */
export async function rest(
  portal: TestPortal,
  path: string,
  { method = 'GET', token, json, form, headers = {} }: RestRequest = {},
): Promise<Response> {
  const request = new Request(`http://localhost:3000/api${path}`, {
    method,
    headers: {
      ...headers,
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: form ?? (json === undefined ? null : JSON.stringify(json)),
  })
  return askRest(portal, request)
}

/** Hands any request to the REST API, as cms/app/(payload)/api does. */
export function askRest({ payload }: TestPortal, request: Request): Promise<Response> {
  instances().set(CACHE_KEY, { ...NO_CRON, payload })
  const { pathname } = new URL(request.url)
  const segments = pathname
    .replace(/^\/api\//, '')
    .split('/')
    .map(decodeURIComponent)
  const path = `/api/${segments.map(encodeURIComponent).join('/')}`
  return throughGate(payload, request, segments, (passed) =>
    handleEndpoints({
      config: payload.config,
      path,
      payloadInstanceCacheKey: CACHE_KEY,
      request: passed,
    }),
  )
}

/** The token of a user that builders.ts made. */
export async function logIn({ payload }: TestPortal, email: string): Promise<string> {
  const data = { email, password: 'mat-khau-thu-nghiem' }
  const { token } = await payload.login({ collection: 'users', data })
  if (!token) throw new Error(`${email} could not log in.`)
  return token
}

/** A form as the admin posts an upload: fields as JSON beside the file. */
export function uploadForm(name: string, data: Buffer, fields: object = {}): FormData {
  const form = new FormData()
  form.set('_payload', JSON.stringify(fields))
  form.set('file', new File([new Uint8Array(data)], name))
  return form
}

const CACHE_KEY = 'test'
const NO_CRON = { initializedCrons: true, promise: null, reload: false, ws: null }

function instances(): Map<string, unknown> {
  return (globalThis as unknown as { _payload: Map<string, unknown> })._payload
}
