import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import {
  getFieldByPath,
  type CollectionSlug,
  type FlattenedField,
  type SanitizedConfig,
  type Where,
} from 'payload'
import { fieldsOf, type Table } from '../content.ts'
import { foldedLetters, MOST_LETTERS } from '../folded-letters.ts'

/** The methods that take a condition, and which rows it is about. */
const CONDITIONED = {
  find: 'collection',
  findOne: 'collection',
  findDistinct: 'collection',
  count: 'collection',
  updateOne: 'collection',
  updateMany: 'collection',
  deleteOne: 'collection',
  deleteMany: 'collection',
  queryDrafts: 'versions',
  findVersions: 'versions',
  countVersions: 'versions',
  updateVersion: 'versions',
  deleteVersions: 'versions',
} as const satisfies Partial<Record<keyof MongooseAdapter, 'collection' | 'versions'>>

type Method = keyof typeof CONDITIONED
type Find = (path: string) => FlattenedField | undefined

interface Arguments {
  readonly collection?: CollectionSlug
  readonly where?: Where
}

/**
 * Lets conditions find what they find on SQLite: an empty text is a value, so that it "exists", and
 * what has no value is in no list, nor "not in" one; `like` finds a word whatever its case and marks.
 */
export function alignConditions(adapter: MongooseAdapter): void {
  for (const method of Object.keys(CONDITIONED) as Method[]) {
    const stock = adapter[method] as (args: Arguments) => Promise<unknown>
    const asked = (args: Arguments) => {
      const { collection, where } = args
      if (!collection || !where) return stock.call(adapter, args)
      const fieldAt = finder(adapter.payload.config, CONDITIONED[method], collection)
      return stock.call(adapter, { ...args, where: aligned(where, fieldAt) })
    }
    Object.assign(adapter, { [method]: asked })
  }
}

function finder(
  config: SanitizedConfig,
  kind: 'collection' | 'versions',
  name: CollectionSlug,
): Find {
  const table: Table = { name, kind, collection: name }
  // Not of a document that is referred to: there the two agree.
  return (path) => getFieldByPath({ config, fields: fieldsOf(config, table), path })?.field
}

function aligned(where: Where, fieldAt: Find): Where {
  const parts = Object.entries(where).map(([key, condition]): Where => {
    if (Array.isArray(condition)) {
      return { [key]: condition.map((part) => aligned(part, fieldAt)) }
    }
    return alignedField(key, condition ?? {}, fieldAt)
  })
  return parts.length === 1 && parts[0] ? parts[0] : { and: parts }
}

function alignedField(path: string, condition: object, fieldAt: Find): Where {
  const { like, ...others } = condition as { like?: unknown }
  const isText = typeof like === 'string' && TEXTS.has(fieldAt(path)?.type ?? '')
  if (!isText) return alignedPresence(path, condition, fieldAt)
  const words = like.split(' ').map((word): Where => ({ [path]: { in: [foldedPattern(word)] } }))
  return Object.keys(others).length > 0
    ? { and: [...words, alignedPresence(path, others, fieldAt)] }
    : { and: words }
}

/** Fields whose words are compared folded. */
const TEXTS = new Set(['code', 'email', 'text', 'textarea'])

/** Finds a word anywhere in a text, whatever its case and marks; MongoDB takes patterns in "$in". */
function foldedPattern(word: string): RegExp {
  const letters = foldedLetters(word).slice(0, MOST_LETTERS)
  const source = letters.map((some) => (some.length > 1 ? `[${some}]` : RegExp.escape(some)))
  return new RegExp(source.join(''))
}

function alignedPresence(path: string, condition: object, fieldAt: Find): Where {
  if (!('exists' in condition) && !('not_in' in condition)) return { [path]: condition }
  const field = fieldAt(path)
  if (!field || ('hasMany' in field && field.hasMany)) return { [path]: condition }
  const { exists, ...others } = condition as { exists?: unknown; not_in?: unknown }
  const isThere = exists === undefined ? 'not_in' in others : exists === true || exists === 'true'
  const presence: Where = MAY_BE_EMPTY.has(field.type)
    ? { [path]: isThere ? { not_equals: null } : { equals: null } }
    : { [path]: { exists: isThere } }
  return Object.keys(others).length > 0 ? { and: [{ [path]: others }, presence] } : presence
}

/** Fields that may hold an empty text. */
const MAY_BE_EMPTY = new Set(['code', 'email', 'radio', 'select', 'text', 'textarea'])
