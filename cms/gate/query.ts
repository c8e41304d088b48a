import type { Payload } from 'payload'
import * as qs from 'qs-esm'
import { BadRequest } from './bad-request.ts'
import type { Endpoint } from './endpoints.ts'
import { findField, isQueryable, versionFields } from './field-paths.ts'
import { checkWhere } from './where.ts'

const BOOLEANS = [
  'draft',
  'trash',
  'pagination',
  'autosave',
  'overrideLock',
  'flattenLocales',
  'publishAllLocales',
  'unpublishAllLocales',
]
const NUMBERS = ['limit', 'page', 'depth']
const WORDS = [
  'locale',
  'fallback-locale',
  'fallbackLocale',
  'publishSpecificLocale',
  'selectedLocales',
]

type Query = Readonly<Record<string, unknown>>

/** As Payload itself reads a query string, so that both see the same. */
export function readQuery(search: string): Query {
  const options = { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true }
  return qs.parse(search, options)
}

/** A query as a string that {@link readQuery} reads as the same. */
export function writeQuery(query: object): string {
  return qs.stringify(query, { addQueryPrefix: true })
}

/**
 * Checks the parameters that Payload would read. Others are ignored, as Payload ignores them.
 * @throws BadRequest that names the parameter
 */
export function checkQuery(
  payload: Payload,
  { slug, kind, pattern, fields }: Endpoint,
  query: Query,
) {
  const known = pattern.includes('/versions') ? versionFields(fields, slug) : fields
  for (const [name, value] of Object.entries(query)) {
    if (BOOLEANS.includes(name)) checkBoolean(name, value)
    else if (NUMBERS.includes(name)) checkNumber(name, value)
    else if (WORDS.includes(name)) checkWord(name, value)
    else if (name === 'where') checkFilter(value)
    else if (name === 'sort') checkSort(value)
    else if (name === 'select') checkSelection(known, value, name)
    else if (name === 'populate') checkPopulate(value)
    else if (name === 'joins') checkJoins(value)
    // It would stand for the stored document.
    else if (name === 'data') throw wrong(name, 'Tham số “data” không dùng được ở đây.')
  }

  function checkFilter(value: unknown): void {
    if (value === '' || kind === 'root') return
    checkWhere(payload, known, typeof value === 'string' ? parsed(value) : value)
  }

  function checkSort(value: unknown): void {
    const parts = Array.isArray(value) ? value : String(value).split(',')
    if (parts.length > 10) throw wrong('sort')
    for (const part of parts) {
      if (part === '') continue
      const path = typeof part === 'string' ? part.replace(/^-/, '') : ''
      const found = findField(payload, known, path)
      if (!found || found.isList || !SORTABLE.includes(found.type)) {
        throw wrong('sort', `Không sắp xếp được theo “${path}”.`)
      }
    }
  }

  function checkPopulate(value: unknown): void {
    if (!isRecord(value)) throw wrong('populate')
    for (const [target, selection] of Object.entries(value)) {
      const at = `populate[${target}]`
      if (!Object.hasOwn(payload.collections, target)) throw wrong(at)
      const { config } = payload.collections[target as keyof typeof payload.collections]
      checkSelection(config.flattenedFields, selection, at)
    }
  }
}

const SORTABLE = [
  'id',
  'text',
  'textarea',
  'email',
  'number',
  'date',
  'checkbox',
  'select',
  'relationship',
  'upload',
]

function checkBoolean(name: string, value: unknown): void {
  if (!['true', 'false', ''].includes(String(value)) || Array.isArray(value)) {
    throw wrong(name, `Tham số “${name}” phải là true hoặc false.`)
  }
}

function checkNumber(name: string, value: unknown): void {
  if (value === '') return
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) {
    throw wrong(name, `Tham số “${name}” phải là số nguyên không âm.`)
  }
}

function checkWord(name: string, value: unknown): void {
  const words = Array.isArray(value) ? value : [value]
  if (!words.every((word) => typeof word === 'string' && /^[\w*-]{0,20}$/.test(word))) {
    throw wrong(name)
  }
}

/** Which fields are wanted: names with true or false, groups of names for groups. */
function checkSelection(fields: Endpoint['fields'], selection: unknown, at: string): void {
  if (!isRecord(selection)) throw wrong(at)
  for (const [name, value] of Object.entries(selection)) {
    const field = fields.find((known) => known.name === name && isQueryable(known))
    if (value === 'true' || value === 'false') continue
    // A name that is unknown selects nothing, as one list of names may serve several collections.
    if (field && !('flattenedFields' in field)) throw wrong(`${at}[${name}]`)
    checkSelection(field?.flattenedFields ?? [], value, `${at}[${name}]`)
  }
}

/** No collection of the portal joins another. */
function checkJoins(value: unknown): void {
  if (!['false', ''].includes(String(value))) {
    const first = isRecord(value) ? Object.keys(value)[0] : undefined
    throw wrong(first === undefined ? 'joins' : `joins[${first}]`)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong('where', 'Điều kiện lọc “where” không đọc được.')
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(parameter: string, message = `Tham số “${parameter}” không hợp lệ.`): BadRequest {
  return new BadRequest({ message, parameter })
}
