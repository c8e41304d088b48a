import type { FlattenedField, Payload } from 'payload'

/** What a path of a query leads to, as far as operators and values are concerned. */
export interface Found {
  /** `pair` is a relation to several collections, `pairId` and `pairSlug` are its two parts. */
  readonly type: FlattenedField['type'] | 'id' | 'pair' | 'pairId' | 'pairSlug'
  readonly isList: boolean
}

/** So many relations may be followed by one path; the admin follows one. */
const LONGEST_WAY = 3

/** Finds what a path like `category.parent.title` leads to; null where there is no such field. */
export function findField(
  payload: Payload,
  fields: readonly FlattenedField[],
  path: string,
): Found | null {
  return follow(payload, fields, path.split('.'), LONGEST_WAY)
}

/** The fields of what the version endpoints list: the document below `version`, and its own. */
export function versionFields(
  fields: readonly FlattenedField[],
  slug: string,
): readonly FlattenedField[] {
  const named = (name: string, type: string, more: object = {}) => ({ name, type, ...more })
  return [
    named('version', 'group', { flattenedFields: fields }),
    named('parent', 'relationship', { relationTo: slug }),
    ...['latest', 'autosave'].map((name) => named(name, 'checkbox')),
    ...['createdAt', 'updatedAt'].map((name) => named(name, 'date')),
  ] as FlattenedField[]
}

/** Hidden fields are Payload's own business, but for the two that tell where a document stands. */
export function isQueryable(field: FlattenedField): boolean {
  const isHidden = 'hidden' in field && field.hidden === true
  const isStored = !('virtual' in field && field.virtual)
  return isStored && (!isHidden || field.name === '_status' || field.name === 'deletedAt')
}

function follow(
  payload: Payload,
  fields: readonly FlattenedField[],
  [name = '', ...rest]: readonly string[],
  way: number,
): Found | null {
  const field = fields.find((known) => known.name === name && isQueryable(known))
  if (name === 'id' && rest.length === 0) return ID
  if (!field) return null
  if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
    if (rest.length > 0) return follow(payload, field.flattenedFields, rest, way)
    return { type: field.type, isList: false }
  }
  if (field.type === 'relationship' || field.type === 'upload') {
    const isMixed = Array.isArray(field.relationTo)
    const isList = field.hasMany === true
    if (rest.length === 0) return { type: isMixed ? 'pair' : field.type, isList }
    if (isMixed) return partOfPair(rest, isList)
    const target = payload.collections[field.relationTo as keyof typeof payload.collections]
    return way > 0 ? follow(payload, target.config.flattenedFields, rest, way - 1) : null
  }
  if (rest.length > 0) return null
  return { type: field.type, isList: 'hasMany' in field && field.hasMany === true }
}

const ID: Found = { type: 'id', isList: false }

function partOfPair(rest: readonly string[], isList: boolean): Found | null {
  if (rest.length > 1) return null
  if (rest[0] === 'value') return { type: 'pairId', isList }
  return rest[0] === 'relationTo' ? { type: 'pairSlug', isList } : null
}
