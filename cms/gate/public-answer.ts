import type { FlattenedField, Payload } from 'payload'
import type { Endpoint } from './endpoints.ts'

/** A place of an answer that names a document by its id alone. */
interface Reference {
  readonly collection: string
  readonly id: string
  readonly remove: () => void
}

type Doc = Record<string, unknown>

/**
 * An answer for the public without the ids of documents that the public may not read: of drafts,
 * of what was withdrawn, of files that nothing published shows.
 */
export async function publicAnswer(
  payload: Payload,
  { fields, pattern }: Endpoint,
  answer: Response,
): Promise<Response> {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  if (!answer.ok || !isJson || !['GET /', 'GET /:id'].includes(pattern)) return answer
  const body = (await answer.json()) as Doc
  const found: Reference[] = []
  for (const doc of Array.isArray(body.docs) ? (body.docs as Doc[]) : [body]) {
    collect(payload, fields, doc, found)
  }
  const collections = new Set(found.map(({ collection }) => collection))
  for (const collection of collections) {
    const references = found.filter((reference) => reference.collection === collection)
    const readable = await readableIds(payload, collection, references)
    for (const { id, remove } of references) if (!readable.has(id)) remove()
  }
  return Response.json(body, { status: answer.status, headers: answer.headers })
}

async function readableIds(
  payload: Payload,
  slug: string,
  references: readonly Reference[],
): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: slug as keyof typeof payload.collections,
    where: { id: { in: [...new Set(references.map(({ id }) => id))] } },
    overrideAccess: false,
    disableErrors: true,
    pagination: false,
    depth: 0,
    select: {},
  })
  return new Set(docs.map(({ id }) => id))
}

function collect(
  payload: Payload,
  fields: readonly FlattenedField[],
  doc: Doc,
  found: Reference[],
): void {
  for (const field of fields) {
    const value = doc[field.name]
    if (value === undefined || value === null) continue
    if (field.type === 'richText') collectInText(payload, value, found)
    else if (field.type === 'relationship' || field.type === 'upload') {
      const target = Array.isArray(field.relationTo) ? null : field.relationTo
      collectTargets(payload, target, value, found, (kept) => {
        doc[field.name] = kept
      })
    } else if ('flattenedFields' in field) {
      for (const row of [value].flat()) collect(payload, field.flattenedFields, row as Doc, found)
    }
  }
}

/** The targets of one relation; `keep` is called with what is left of them. */
function collectTargets(
  payload: Payload,
  target: string | null,
  value: unknown,
  found: Reference[],
  keep: (kept: unknown) => void,
): void {
  if (!Array.isArray(value)) {
    collectTarget(payload, target, value, found, () => keep(null))
    return
  }
  let kept: unknown[] = value
  for (const one of value) {
    const without = () => keep((kept = kept.filter((other) => other !== one)))
    collectTarget(payload, target, one, found, without)
  }
}

function collectTarget(
  payload: Payload,
  target: string | null,
  value: unknown,
  found: Reference[],
  remove: () => void,
): void {
  const [collection, document] = target === null ? pairOf(value) : [target, value]
  if (!Object.hasOwn(payload.collections, collection)) return
  if (typeof document === 'string') found.push({ collection, id: document, remove })
  else if (document !== null && typeof document === 'object') {
    const { config } = payload.collections[collection as keyof typeof payload.collections]
    collect(payload, config.flattenedFields, document as Doc, found)
  }
}

function pairOf(value: unknown): [collection: string, document: unknown] {
  const { relationTo, value: document } = value as { relationTo?: string; value?: unknown }
  return [relationTo ?? '', document]
}

/** Links and pictures of a text hold their targets in their nodes. */
function collectInText(payload: Payload, node: unknown, found: Reference[]): void {
  if (typeof node !== 'object' || node === null) return
  const isTarget = 'relationTo' in node && 'value' in node && typeof node.relationTo === 'string'
  if (isTarget) {
    const target = node as Doc
    collectTarget(payload, null, target, found, () => {
      target.value = null
    })
    return
  }
  for (const part of Object.values(node)) collectInText(payload, part, found)
}
