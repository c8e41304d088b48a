/**
 * Whether a value has the shape of a text of the editor (Lexical): a root of nodes that have a
 * type, whose children are nodes. Links and pictures have what those read who look up their targets.
 */
export function isRichText(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.root)) return false
  return isNode(value.root) && Array.isArray(value.root.children)
}

function isNode(node: unknown): boolean {
  if (!isRecord(node) || typeof node.type !== 'string') return false
  if (node.text !== undefined && typeof node.text !== 'string') return false
  if (OF_TYPE[node.type]?.(node) === false) return false
  if (node.children === undefined) return true
  return Array.isArray(node.children) && node.children.every(isNode)
}

const isLink = ({ fields, children }: Record<string, unknown>) =>
  isRecord(fields) &&
  Array.isArray(children) &&
  (fields.url === undefined || fields.url === null || typeof fields.url === 'string') &&
  isTarget(fields.doc)

const OF_TYPE: Readonly<Record<string, (node: Record<string, unknown>) => boolean>> = {
  link: isLink,
  autolink: isLink,
  upload: (node) => typeof node.relationTo === 'string' && isIdOrDocument(node.value),
  text: ({ text }) => typeof text === 'string',
}

function isTarget(doc: unknown): boolean {
  if (doc === undefined || doc === null) return true
  return isRecord(doc) && typeof doc.relationTo === 'string' && isIdOrDocument(doc.value)
}

/** A picture that an import could not fetch has no value yet. */
function isIdOrDocument(value: unknown): boolean {
  if (value === undefined || value === null) return true
  const id = isRecord(value) ? value.id : value
  return typeof id === 'string' && id.length <= 100
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
