import type { FlattenedField } from 'payload'

/** A document that another one refers to. */
export interface Reference {
  readonly collection: string
  readonly id: string
}

/**
 * Every document that a stored row refers to: relationships, uploads, and links and pictures in
 * rich text, at any depth. Each once.
 */
export function referencesOf(
  fields: readonly FlattenedField[],
  row: Readonly<Record<string, unknown>>,
): Reference[] {
  const found = fields.flatMap((field) => ofField(field, row[field.name]))
  return [...new Map(found.map((reference) => [keyOf(reference), reference])).values()]
}

/** One text for one reference, to compare and to look up. */
export const keyOf = ({ collection, id }: Reference): string => `${collection}:${id}`

function ofField(field: FlattenedField, value: unknown): Reference[] {
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return listOf(value).flatMap((item) => ofRelation(field.relationTo, item))
    case 'array':
      return listOf(value).flatMap((item) => ofRow(field.flattenedFields, item))
    case 'group':
    case 'tab':
      return ofRow(field.flattenedFields, value)
    case 'blocks':
      return listOf(value).flatMap((item) => ofBlock(field.blocks, item))
    case 'richText':
      return ofRichText(value)
    default:
      return []
  }
}

function ofRow(fields: readonly FlattenedField[], value: unknown): Reference[] {
  return isRecord(value) ? referencesOf(fields, value) : []
}

function ofBlock(
  blocks: readonly { readonly slug: string; readonly flattenedFields: FlattenedField[] }[],
  value: unknown,
): Reference[] {
  const block = isRecord(value) && blocks.find(({ slug }) => slug === value.blockType)
  return block ? ofRow(block.flattenedFields, value) : []
}

/** With one target collection the value is an id; with several it names its collection. */
function ofRelation(relationTo: string | string[], value: unknown): Reference[] {
  if (typeof relationTo !== 'string') return ofNamedValue(value)
  const id = idOf(value)
  return id ? [{ collection: relationTo, id }] : []
}

function ofNamedValue(value: unknown): Reference[] {
  if (!isRecord(value) || typeof value.relationTo !== 'string') return []
  const id = idOf(value.value)
  return id ? [{ collection: value.relationTo, id }] : []
}

/** In rich text every link to content and every picture is a `{ relationTo, value }`. */
function ofRichText(node: unknown): Reference[] {
  if (Array.isArray(node)) return node.flatMap(ofRichText)
  if (!isRecord(node)) return []
  return [...ofNamedValue(node), ...Object.values(node).flatMap(ofRichText)]
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value || null
  return isRecord(value) && typeof value.id === 'string' ? value.id : null
}

function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
