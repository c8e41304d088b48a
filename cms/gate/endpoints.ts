import type { FlattenedField, Payload } from 'payload'
import { canSendMail } from '#cms/mail/portal-mail.ts'
import { CONTRIBUTION_COLLECTIONS } from '#cms/reader-data/contributions.ts'

/** What a request to the API is for. */
export interface Endpoint {
  /** As Payload knows it: `GET /:id`. */
  readonly pattern: string
  /** Slug of the collection or global; empty for what belongs to neither. */
  readonly slug: string
  readonly kind: 'collection' | 'global' | 'root'
  readonly fields: readonly FlattenedField[]
  /** What stands in the address where the pattern has `:id`, `:key` or `:filename`. */
  readonly parameter: string | null
}

const DOCUMENTS = [
  'GET /',
  'GET /count',
  'GET /:id',
  'POST /',
  'POST /access/:id?',
  'POST /:id/duplicate',
  'PATCH /',
  'PATCH /:id',
  'DELETE /',
  'DELETE /:id',
]
const VERSIONS = ['GET /versions', 'GET /versions/:id', 'POST /versions/:id']
const FILES = ['GET /file/:filename']
const ACCOUNTS = [
  'GET /init',
  'GET /me',
  'POST /login',
  'POST /logout',
  'POST /refresh-token',
  'POST /first-register',
]
/** What becomes of a reader's words and data; see reader-data/endpoints.ts. */
const READER_DATA = ['POST /:id/correct-typing', 'POST /:id/withdraw-consent', 'POST /:id/erase']
/** They send a letter, so they are on where one can be sent. */
const LETTERS = ['POST /forgot-password', 'POST /reset-password']
const GLOBALS = ['GET /', 'POST /', 'POST /access']
const ROOT = ['GET /access']

/** Payload's own collections, which the admin asks for one thing each. */
const MACHINERY: Readonly<Record<string, readonly string[]>> = {
  'payload-preferences': ['GET /:key', 'POST /:key'],
  'payload-locked-documents': ['GET /', 'POST /', 'PATCH /:id', 'DELETE /:id'],
}

/**
 * The endpoints that are on, the only list of them: all else of what Payload offers answers 404.
 * A test holds it against Payload's own router.
 */
export function endpointsOf(payload: Payload, kind: Endpoint['kind'], slug: string): string[] {
  if (kind === 'root') return ROOT
  if (kind === 'global') {
    const { versions } = payload.globals.config.find((global) => global.slug === slug) ?? {}
    return [...GLOBALS, ...(versions ? VERSIONS : [])]
  }
  if (slug.startsWith('payload-')) return [...(MACHINERY[slug] ?? [])]
  const { config } = payload.collections[slug as keyof typeof payload.collections]
  return [
    ...(config.auth ? [...ACCOUNTS, ...(canSendMail() ? LETTERS : [])] : []),
    ...(config.upload ? FILES : []),
    ...(isContribution(slug) ? READER_DATA : []),
    ...(config.versions ? VERSIONS : []),
    ...DOCUMENTS,
  ]
}

/** The endpoint of a request, or null where there is none that is on. */
export function findEndpoint(
  payload: Payload,
  method: string,
  segments: readonly string[],
): Endpoint | null {
  const owner = ownerOf(payload, segments)
  const on = endpointsOf(payload, owner.kind, owner.slug)
  for (const pattern of on) {
    const parameter = match(pattern, method, owner.rest)
    if (parameter !== undefined) return { ...owner, pattern, parameter }
  }
  return null
}

function isContribution(slug: string): boolean {
  return CONTRIBUTION_COLLECTIONS.some((collection) => collection === slug)
}

function ownerOf(payload: Payload, segments: readonly string[]) {
  const [first = '', second = ''] = segments
  if (first === 'globals') {
    const global = payload.globals.config.find(({ slug }) => slug === second)
    if (global) {
      const rest = segments.slice(2)
      return { kind: 'global', slug: second, fields: global.flattenedFields, rest } as const
    }
  } else if (Object.hasOwn(payload.collections, first)) {
    const { config } = payload.collections[first as keyof typeof payload.collections]
    const rest = segments.slice(1)
    return { kind: 'collection', slug: first, fields: config.flattenedFields, rest } as const
  }
  return { kind: 'root', slug: '', fields: [], rest: segments } as const
}

/** What stands for the pattern's parameter, null where it has none; undefined: another address. */
function match(
  pattern: string,
  method: string,
  rest: readonly string[],
): string | null | undefined {
  const [verb, path = ''] = pattern.split(' ')
  if (verb !== method) return undefined
  const steps = path.split('/').filter(Boolean)
  const least = steps.filter((step) => !step.endsWith('?')).length
  if (rest.length < least || rest.length > steps.length) return undefined
  let parameter: string | null = null
  for (const [index, segment] of rest.entries()) {
    const step = steps[index] ?? ''
    if (step.startsWith(':')) parameter = segment
    else if (step !== segment) return undefined
  }
  return parameter
}
