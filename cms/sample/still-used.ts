import type { Payload } from 'payload'
import type { Usage } from '#shared/payload-types.ts'
import { GLOBAL_SLUGS, type SampleGlobal } from './content/globals.ts'
import type { SampleDocument } from './sample-item.ts'

/**
 * Which of the documents that are to go are used by something that stays: by the centre's own
 * content, by a global that was changed, or by another one that stays for that reason.
 */
export async function keepWhatStaysInUse<Document extends SampleDocument>(
  payload: Payload,
  candidates: readonly Document[],
  keptGlobals: readonly SampleGlobal[],
): Promise<Document[]> {
  const references = await allReferences(payload)
  const going = new Map(
    candidates.map((document) => [keyOf(document.collection, document.id), document]),
  )
  const globalsThatGo = new Set(
    GLOBAL_SLUGS.filter((slug) => !keptGlobals.includes(slug)).map((slug) => keyOf(slug, slug)),
  )
  const kept: Document[] = []
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const { from, to } of references) {
      const document = going.get(to)
      if (!document || going.has(from) || globalsThatGo.has(from)) continue
      going.delete(to)
      kept.push(document)
      isSettled = false
    }
  }
  return kept
}

interface Reference {
  readonly from: string
  readonly to: string
}

/** Every reference that the portal knows of; comments hang on their article without such a note. */
async function allReferences(payload: Payload): Promise<Reference[]> {
  const all = { pagination: false, limit: 0 } as const
  const { docs: usages } = await payload.db.find<Usage>({ collection: 'usages', ...all })
  const { docs: comments } = await payload.find({
    collection: 'comments',
    ...all,
    depth: 0,
    trash: true,
    select: { news: true },
  })
  return [
    ...usages.map((usage) => ({
      from: keyOf(usage.fromCollection, usage.fromId),
      to: keyOf(usage.toCollection, usage.toId),
    })),
    ...comments.map(({ id, news }) => ({
      from: keyOf('comments', id),
      to: keyOf('news', typeof news === 'string' ? news : news.id),
    })),
  ].filter(({ from, to }) => from !== to)
}

const keyOf = (collection: string, id: string): string => `${collection}/${id}`
