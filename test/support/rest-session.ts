import type { PortalUnderTest } from './portal-under-test.ts'

/** An administrator who works through the REST interface of the cms. */
export interface RestSession {
  create(collection: string, data: Fields, query?: string): Promise<Stored>
  update(collection: string, id: string, data: Fields, query?: string): Promise<Stored>
  remove(collection: string, id: string): Promise<void>
  upload(collection: 'media' | 'files', file: File, words?: Fields): Promise<Stored>
  find(collection: string, query?: string): Promise<Stored[]>
  /** Every collection of the cms, those of its machinery included. */
  collections(): Promise<string[]>
}

export type Fields = Readonly<Record<string, unknown>>
export type Stored = { readonly id: string } & Readonly<Record<string, unknown>>

/** The administrator of the portal that end-to-end tests share. */
export const ADMIN = {
  name: 'Phạm Văn Quản',
  email: 'quan@songchau.example.vn',
  password: 'mot-mat-khau-cho-cac-bai-thu',
}

/** Signs in as the administrator, whose account the first caller makes. */
export async function signIn({ cmsUrl }: PortalUnderTest): Promise<RestSession> {
  const { initialized } = await answerOf(await fetch(`${cmsUrl}/api/users/init`))
  const way = initialized ? 'login' : 'first-register'
  const { token } = await answerOf(await fetch(`${cmsUrl}/api/users/${way}`, asJson('POST', ADMIN)))
  const headers = { authorization: `JWT ${String(token)}` }
  const ask = async (path: string, init: RequestInit = {}) =>
    answerOf(
      await fetch(`${cmsUrl}/api/${path}`, { ...init, headers: { ...headers, ...init.headers } }),
    )

  return {
    create: async (collection, data, query = '') =>
      stored(await ask(`${collection}?depth=0&${query}`, asJson('POST', data))),
    update: async (collection, id, data, query = '') =>
      stored(await ask(`${collection}/${id}?depth=0&${query}`, asJson('PATCH', data))),
    remove: async (collection, id) => {
      await ask(`${collection}/${id}`, { method: 'DELETE' })
    },
    upload: async (collection, file, words = {}) => {
      const body = new FormData()
      body.set('file', file)
      body.set('_payload', JSON.stringify(words))
      return stored(await ask(collection, { method: 'POST', body }))
    },
    find: async (collection, query = '') =>
      (await ask(`${collection}?depth=0&${query}`)).docs as Stored[],
    collections: async () => Object.keys((await ask('access')).collections as Fields),
  }
}

export function asJson(method: string, data: Fields): RequestInit {
  return { method, body: JSON.stringify(data), headers: { 'content-type': 'application/json' } }
}

async function answerOf(response: Response): Promise<Fields> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as Fields
}

/** The document of a save. */
function stored(answer: Fields): Stored {
  return answer.doc as Stored
}
