import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  GlobalBeforeOperationHook,
} from 'payload'
import { BadRequest } from '#cms/gate/bad-request.ts'
import { checkTypes } from '#cms/gate/field-types.ts'
import { checkShape } from '#cms/gate/json-shape.ts'
import { storableTexts } from '#cms/gate/storable-text.ts'

/** What a save brings, as every save of a collection begins: its types are judged, its texts cleaned. */
export const checkBody: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  if (data === undefined && req.payloadAPI === 'local') return args
  return { ...args, data: checked(data, collection.flattenedFields, req.payloadAPI !== 'local') }
}

/** The same for a global. */
export const checkGlobalBody: GlobalBeforeOperationHook = ({ args, operation, global, req }) => {
  const given = args as { readonly data?: unknown }
  if (operation !== 'update') return given
  const data = checked(given.data, global.flattenedFields, req.payloadAPI !== 'local')
  return { ...given, data }
}

/**
 * @param isFromOutside what the portal's own commands and hooks save has the right types
 * @throws BadRequest that names the field
 */
function checked(data: unknown, fields: readonly FlattenedField[], isFromOutside: boolean): object {
  const body = data ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new BadRequest({ message: 'Nội dung gửi lên phải là một đối tượng JSON.' })
  }
  if (isFromOutside) {
    checkShape(body)
    checkTypes(fields, body)
  }
  return storableTexts(body)
}
