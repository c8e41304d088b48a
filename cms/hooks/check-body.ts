import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  GlobalBeforeOperationHook,
} from 'payload'
import { BadRequest } from '#cms/gate/bad-request.ts'
import { checkTypes } from '#cms/gate/field-types.ts'
import { checkShape } from '#cms/gate/json-shape.ts'

/** What a save brings from outside, as every save of a collection begins: its types are judged. */
export const checkBody: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  const isWrite = operation === 'create' || operation === 'update' || operation === 'updateByID'
  if (!isWrite || req.payloadAPI === 'local') return args
  const { data } = args as { data?: unknown }
  return { ...args, data: checked(data, collection.flattenedFields) }
}

/** The same for a global. */
export const checkGlobalBody: GlobalBeforeOperationHook = ({ args, operation, global, req }) => {
  const given = args as { readonly data?: unknown }
  if (operation !== 'update' || req.payloadAPI === 'local') return given
  return { ...given, data: checked(given.data, global.flattenedFields) }
}

/** @throws BadRequest that names the field */
function checked(data: unknown, fields: readonly FlattenedField[]): object {
  const body = data ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new BadRequest({ message: 'Nội dung gửi lên phải là một đối tượng JSON.' })
  }
  checkShape(body)
  checkTypes(fields, body)
  return body
}
