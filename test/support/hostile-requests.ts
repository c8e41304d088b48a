import { Random } from '#test/bench/world/random.ts'

/** A request that nobody sends in good faith, as a fuzzer makes it. */
export interface HostileRequest {
  readonly method: string
  /** As it goes over the wire, broken escapes included. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** What of a portal the requests should reach. */
export interface HostileWorld {
  /** Ids of real documents by collection. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly globals: readonly string[]
  /** Names of the real fields of each, among which the odd ones fall. */
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/**
 * Gives hostile requests one after the other, the same for the same seed: odd values for every
 * parameter, field and header, mostly on addresses that exist, so that the values are reached.
 */
export function hostileRequests(world: HostileWorld, seed: number): () => HostileRequest {
  const stream = new Random('hostile', seed)
  const random = () => stream.next()
  const one = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const chance = (share: number) => random() < share
  const some = (most: number, make: () => string) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make)
  const collections = [...Object.keys(world.ids), ...MACHINERY]

  const anyField = Object.values(world.fields).flat()
  let collection = one(collections)

  // Whatever is odd elsewhere in a request, it must not be refused for that alone each time.
  const value = () => one(chance(0.4) ? PLAUSIBLE : VALUES)
  const field = () =>
    chance(0.1) ? value() : one(chance(0.9) ? (world.fields[collection] ?? anyField) : anyField)
  const path = () => (chance(0.15) ? `${field()}.${field()}` : field())
  const id = () => (chance(0.6) ? one(world.ids[collection] ?? [NO_ID]) : one([NO_ID, value()]))

  const parameter = (): string => {
    const name = one(PARAMETERS)
    if (chance(0.2)) return `${name}=${value()}`
    if (name === 'where') {
      const group = chance(0.2)
        ? `[${one(['and', 'or', 'AND'])}][${one(['0', '1', 'x', '9999'])}]`
        : ''
      const list = chance(0.1) ? '[]' : ''
      return `where${group}[${path()}][${one(OPERATORS)}]${list}=${value()}`
    }
    if (name === 'sort') return `sort=${some(3, () => one(['', '-']) + path()).join(',')}`
    if (name === 'select')
      return `select[${field()}]${chance(0.3) ? `[${field()}]` : ''}=${one(['true', 'false', value()])}`
    if (name === 'populate')
      return `populate[${one(collections)}][${field()}]=${one(['true', value()])}`
    if (name === 'joins') return `joins[${field()}][${one(['limit', 'where', 'sort'])}]=${value()}`
    return `${name}=${value()}`
  }

  const apiPath = (): string => {
    if (chance(0.08)) return `/${value()}${chance(0.5) ? `/${value()}` : ''}`
    if (chance(0.12))
      return `/globals/${one(world.globals)}${one(['', '', '/versions', '/access', `/${value()}`])}`
    collection = one(collections)
    return `/${collection}${one([
      '',
      '',
      '',
      `/${id()}`,
      `/${id()}`,
      `/${id()}`,
      `/${id()}/duplicate`,
      `/access/${id()}`,
      '/versions',
      `/versions/${id()}`,
      '/count',
      `/file/${value()}`,
      `/${one(WORDS_OF_ACCOUNTS)}`,
      `/${value()}/${value()}`,
    ])}`
  }

  const adminPath = (): string => {
    collection = one(collections)
    return one([
      '/admin',
      '/admin/login',
      `/admin/collections/${collection}`,
      `/admin/collections/${collection}`,
      `/admin/collections/${collection}/${id()}`,
      `/admin/collections/${collection}/${id()}/versions`,
      `/admin/collections/${collection}/${id()}/versions/${id()}`,
      `/admin/globals/${one(world.globals)}`,
      `/admin/${value()}`,
      `/admin/${one(['logout', 'account', 'forgot', 'create-first-user', 'unauthorized', `reset/${value()}`, `users/verify/${value()}`])}`,
      '/_next/image',
      `/_next/data/${value()}.json`,
      '/_next/static/x.js',
    ])
  }

  const json = (depth = 0): unknown => {
    if (chance(0.4)) return one(PLAUSIBLE_JSON)
    if (depth > 3 || chance(0.5)) return one(JSON_VALUES)
    if (chance(0.3)) return some(3, () => '').map(() => json(depth + 1))
    return Object.fromEntries(some(4, field).map((name) => [name, json(depth + 1)]))
  }
  const fields = () =>
    Object.fromEntries([...some(5, field), field()].map((name) => [name, json()]))

  const body = (): { type: string; text: string } => {
    if (chance(0.15)) return { type: one(TYPES), text: one(BODIES) }
    const text = JSON.stringify(chance(0.85) ? fields() : json())
    if (chance(0.75))
      return { type: one(['application/json', 'application/json', one(TYPES)]), text }
    const part = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n${text}\r\n`
    const name = one(['a.pdf', 'a\u0000b.pdf', '..', '', 'con.pdf', 'x'.repeat(300)])
    const file = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${one(TYPES)}\r\n\r\n${one(['%PDF-1.7', '', 'x'])}\r\n`
    const parts = one([part, part + file, file, `${part}${part}`])
    return {
      type: `multipart/form-data; boundary=${BOUNDARY}`,
      text: chance(0.8) ? `${parts}--${BOUNDARY}--\r\n` : parts.slice(0, -3),
    }
  }

  return () => {
    const isApi = chance(0.8)
    const method = one(isApi ? METHODS : ['GET', 'GET', 'GET', 'GET', 'POST', 'OPTIONS', 'PUT'])
    const path = isApi ? `/api${apiPath()}` : adminPath()
    const query = some(2, parameter).join('&')
    const target = `${path}${query ? `?${query}` : ''}`
    const headers: Record<string, string> = {}
    for (const name of chance(0.7) ? [] : some(2, () => one(Object.keys(HEADERS)))) {
      headers[name] = one(HEADERS[name] ?? [''])
    }
    if (method === 'GET' || method === 'OPTIONS')
      return { method, target: wire(target), headers, body: null }
    const { type, text } = body()
    if (type) headers['content-type'] = type
    return { method, target: wire(target), headers, body: chance(0.1) ? null : text }
  }
}

const NO_ID = '00000000-0000-4000-8000-000000000000'
const BOUNDARY = '----portal0123456789abcdef0123456789'
const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'PATCH',
  'PATCH',
  'DELETE',
  'PUT',
  'OPTIONS',
]
const MACHINERY = ['payload-preferences', 'payload-locked-documents', 'payload-jobs', 'payload-kv']
const WORDS_OF_ACCOUNTS = [
  'login',
  'logout',
  'me',
  'init',
  'refresh-token',
  'first-register',
  'forgot-password',
  'reset-password',
  'unlock',
  'verify/x',
  'paste-url',
  'run',
  'handle-schedules',
]
const PARAMETERS = [
  'where',
  'where',
  'where',
  'where',
  'sort',
  'select',
  'populate',
  'joins',
  'depth',
  'limit',
  'page',
  'locale',
  'fallback-locale',
  'draft',
  'trash',
  'pagination',
  'data',
  'autosave',
  'title',
  'token',
  'columns',
  'search',
  'groupBy',
  'queryByGroup',
  'preset',
  'localeCodes',
  'versionFrom',
  '_rsc',
]
const OPERATORS = [
  'equals',
  'equals',
  'contains',
  'not_equals',
  'in',
  'all',
  'not_in',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'within',
  'intersects',
  'near',
  '$ne',
  'constructor',
]
const PLAUSIBLE = [
  'x',
  '1',
  'true',
  'false',
  '2026-01-01',
  'published',
  'a b',
  NO_ID,
  'x,y',
  '0',
  '',
]
const PLAUSIBLE_JSON: readonly unknown[] = [
  'x',
  'Chữ',
  '',
  1,
  true,
  '2026-01-01T00:00:00.000Z',
  [],
  [{}],
  ['x'],
  [NO_ID],
  null,
  'published',
  { root: { type: 'root', children: [{ type: 'paragraph', children: [] }] } },
]
const VALUES = [
  '',
  'x',
  '0',
  '1',
  '-1',
  '1e400',
  '0x10',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '"',
  "'",
  '\\',
  '`',
  ';',
  '|',
  '*',
  '^',
  '$',
  '%',
  '%ff',
  '%00',
  '%0d%0aX:1',
  '%5c',
  '%2f..%2f',
  '..%2f..%2f',
  '__proto__',
  'constructor',
  'toString',
  '$ne',
  '$where',
  'NEAR(',
  'AND',
  '"a" OR b*',
  "1'+OR+'1'='1",
  '<x>',
  '${7*7}',
  '2026-13-45',
  '2026-01-01T00:00:00Z',
  '99999999999',
  '99999999999999999999',
  '%F0%9F%98%80',
  '%ed%a0%80',
  '{"title":{"equals":"x"}}',
  '{"a":',
  '[{"or":[]}]',
  'a,b,c',
  'a'.repeat(300),
  'http://metadata.example/',
  'published',
]
const JSON_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  2.5,
  '',
  'x',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '2026-13-45',
  '2026-01-01',
  [],
  {},
  [[]],
  [null],
  ['x'],
  [1],
  { id: 'x' },
  { relationTo: 'news', value: 'x' },
  { relationTo: 'x', value: 1 },
  { root: {} },
  { root: { type: 'root', children: [] } },
  { root: { type: 'root', children: [null] } },
  { root: { type: 'root', children: [{ type: 'link', children: [] }] } },
  { root: { type: 'root', children: [{ type: 'upload', relationTo: 'x', value: {} }] } },
  { root: { type: 'root', children: [{ type: 'x', children: 'x', version: 1 }] } },
  {
    root: {
      type: 'root',
      format: '',
      indent: 0,
      version: 1,
      direction: null,
      children: [
        {
          type: 'paragraph',
          children: [
            {
              type: 'link',
              fields: { linkType: 'internal', doc: { relationTo: 'x', value: 'x' } },
              children: [],
            },
          ],
        },
      ],
    },
  },
  { $ne: 1 },
  NO_ID,
  'admin',
  'published',
  'draft',
]
const TYPES = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=x',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/xml',
  'x',
  'text/html;;;=',
]
const BODIES = [
  '',
  'null',
  '[]',
  '"x"',
  '1',
  '{"a":',
  '<a/>',
  'a=1&b=2',
  '\u0000'.repeat(50),
  '['.repeat(5_000),
  '{"a":'.repeat(2_000),
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{}}}',
  '{"email":{"$ne":1},"password":[]}',
  '{"email":"x@x.vn","password":"x"}',
  '{"token":null,"password":"x"}',
  '["$undefined"]',
  '[{"name":"form-state","args":{}}]',
  '[{"name":"x"}]',
  '{"title":"x","body":{"root":{"type":"root","children":[{"type":"x"}]}}}',
]
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'x-http-method-override': ['GET', 'DELETE', 'x'],
  'x-payload-http-method-override': ['GET', 'PATCH'],
  'accept-language': ['x', 'vi;q=9', ',,,', 'a'.repeat(500)],
  origin: ['null', 'x', 'http://', 'https://evil.example'],
  referer: ['x', '//', 'http://%'],
  'x-forwarded-host': ['%', 'a b', 'evil.example', ':::'],
  'x-forwarded-proto': ['x', 'javascript'],
  'x-forwarded-for': ['x', '::::', '1.2.3.4, x'],
  rsc: ['1', 'x'],
  'next-router-state-tree': ['x', '%', '%5B%5D', '%5B%22%22%2C%7B%7D%5D', '[1,2,3]'],
  'next-router-prefetch': ['1', '2', 'x'],
  'next-router-segment-prefetch': ['/_tree', 'x', '/../..', '%'],
  'next-url': ['/admin', 'x', '%ff'],
  'next-action': ['x', '0'.repeat(42), '7f'.repeat(21), '$'],
  'next-hmr-refresh': ['1'],
  cookie: [
    'payload-lng=%',
    'payload-theme=x',
    'payload-lng=__proto__',
    '=;;=',
    'payload-token=x.y.z',
  ],
  'content-encoding': ['gzip', 'x'],
  range: ['bytes=0-', 'bytes=9-1', 'x'],
  'if-none-match': ['*', '"x"'],
  'x-middleware-subrequest': ['middleware:middleware', 'x'],
  'x-nextjs-data': ['1'],
}

/** Only what a request line can hold. */
function wire(target: string): string {
  return target.replaceAll(/[\u0000-\u0020\u007f-\uffff]/g, encodeURIComponent)
}
