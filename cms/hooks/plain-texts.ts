import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  GlobalBeforeOperationHook,
} from 'payload'
import { plainCharacters } from '#shared/plain-characters.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * The same data with every text free of characters that nobody sees, at any depth. A NUL would cut
 * the rest off on one database and stay on the other; others break feeds or turn names around.
 */
export function plainTexts(fields: readonly FlattenedField[], data: Data): Record<string, unknown> {
  const result: Record<string, unknown> = { ...data }
  for (const field of fields) {
    if (data[field.name] !== undefined) result[field.name] = plainValue(field, data[field.name])
  }
  return result
}

/** On every collection, whoever saves: readers' forms, imports and editors alike. */
export const plainDocument: CollectionBeforeOperationHook = ({ args, operation }) => {
  const isWrite = operation === 'create' || operation === 'update' || operation === 'updateByID'
  if (!isWrite || !('data' in args) || !isRecord(args.data)) return args
  return { ...args, data: plainTexts(args.collection.config.flattenedFields, args.data) }
}

/** The same for globals. */
export const plainGlobal: GlobalBeforeOperationHook = ({ args, global, operation }) => {
  if (operation !== 'update' || !isRecord(args.data)) return args
  return { ...args, data: plainTexts(global.flattenedFields, args.data) }
}

function plainValue(field: FlattenedField, value: unknown): unknown {
  switch (field.type) {
    case 'text':
    case 'email':
    case 'textarea':
    case 'richText':
      return deepTexts(value)
    case 'group':
    case 'tab':
      return isRecord(value) ? plainTexts(field.flattenedFields, value) : value
    case 'array':
      return eachRow(value, () => field.flattenedFields)
    case 'blocks':
      return eachRow(
        value,
        ({ blockType }) =>
          field.blocks.find(({ slug }) => slug === blockType)?.flattenedFields ?? [],
      )
    default:
      return value
  }
}

function eachRow(value: unknown, fieldsOf: (row: Data) => readonly FlattenedField[]): unknown {
  if (!Array.isArray(value)) return value
  return value.map((row: unknown) => (isRecord(row) ? plainTexts(fieldsOf(row), row) : row))
}

/** One text, a list of them, or all in rich text, wherever its nodes hold them. */
function deepTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainCharacters(value)
  if (Array.isArray(value)) return value.map(deepTexts)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deepTexts(item)]))
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
