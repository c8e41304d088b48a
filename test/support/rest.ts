import { handleEndpoints } from 'payload'
import type { TestPortal } from './database.ts'

interface RestRequest {
  readonly method?: string
  /** Token of {@link logIn}; the public without it. */
  readonly token?: string
  readonly json?: unknown
  readonly form?: FormData
  readonly headers?: Record<string, string>
}

/** Asks the cms's REST API through its real handlers, on this test's database. */
export async function rest(
  { payload }: TestPortal,
  path: string,
  { method = 'GET', token, json, form, headers = {} }: RestRequest = {},
): Promise<Response> {
  instances().set(CACHE_KEY, { ...NO_CRON, payload })
  const request = new Request(`http://localhost:3000/api${path}`, {
    method,
    headers: {
      ...headers,
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: form ?? (json === undefined ? null : JSON.stringify(json)),
  })
  return handleEndpoints({ config: payload.config, payloadInstanceCacheKey: CACHE_KEY, request })
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
