import type { CollectionSlug, FlattenedField } from 'payload'
import type { Fields, Row } from '../mapped-row.ts'

export type Relation = Extract<FlattenedField, { type: 'relationship' | 'upload' }>

/** Ids by collection. */
export type References = Map<CollectionSlug, Set<string>>

/** Adds every document that a row refers to, at any depth, but for links in rich text. */
export function collectReferences(fields: Fields, row: Row, found: References): void {
  for (const field of fields) {
    const values = [row[field.name]].flat().filter((value) => value !== null && value !== undefined)
    for (const value of values) collectFrom(field, value, found)
  }
}

function collectFrom(field: FlattenedField, value: unknown, found: References): void {
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const { collection, id } = targetOf(field, value)
      if (collection && id) found.set(collection, (found.get(collection) ?? new Set()).add(id))
      return
    }
    case 'array':
    case 'group':
    case 'tab':
      return collectReferences(field.flattenedFields, value as Row, found)
    case 'blocks': {
      const block = field.blocks.find(({ slug }) => slug === (value as Row).blockType)
      return block && collectReferences(block.flattenedFields, value as Row, found)
    }
  }
}

export interface Target {
  readonly collection?: CollectionSlug
  readonly id?: string
}

/** With one target collection the value is an id; with several it names its collection. */
export function targetOf({ relationTo }: Relation, value: unknown): Target {
  if (!Array.isArray(relationTo)) return { collection: relationTo, id: idOf(value) }
  const named = (value ?? {}) as { relationTo?: CollectionSlug; value?: unknown }
  return { collection: named.relationTo, id: idOf(named.value) }
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
