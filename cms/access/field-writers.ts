import type { Field, FieldAccess } from 'payload'
import { actorOf } from './actor.ts'
import { fieldWritersOf, mayWriteField } from './permissions.ts'

/**
 * The fields of a collection, those that only some may write with access by the permission table.
 * @throws Error where the table names a field that the collection does not have
 */
export function guardedFields(resource: string, fields: readonly Field[]): Field[] {
  const missing = new Set(Object.keys(fieldWritersOf(resource)))
  const guarded = guard(resource, fields, missing)
  if (missing.size === 0) return guarded
  throw new Error(`permissions.ts names fields that ${resource} lacks: ${[...missing].join(', ')}.`)
}

function guard(resource: string, fields: readonly Field[], missing: Set<string>): Field[] {
  return fields.map((field) => {
    if ('name' in field && missing.delete(field.name)) return withWriters(resource, field)
    // Rows and foldable parts of the form; what has a name of its own holds other names.
    if ('name' in field || !('fields' in field)) return field
    return { ...field, fields: guard(resource, field.fields, missing) }
  })
}

function withWriters(resource: string, field: Field & { name: string }): Field {
  const may =
    (operation: 'create' | 'update'): FieldAccess =>
    ({ req }) =>
      mayWriteField(actorOf(req), operation, resource, field.name)
  const present = 'access' in field ? field.access : {}
  return { ...field, access: { ...present, create: may('create'), update: may('update') } } as Field
}
