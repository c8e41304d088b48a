import type { DataFromGlobalSlug, Payload, RequiredDataFromCollectionSlug } from 'payload'
import {
  GLOBAL_SLUGS,
  sampleGlobals,
  type SampleGlobal,
  type SampleGlobals,
} from './content/globals.ts'
import { isBlankGlobal } from './clear-globals.ts'
import {
  keyOfDocument,
  printOf,
  readManifest,
  readNewest,
  writeManifest,
  type SampleManifest,
} from './manifest.ts'
import { sampleClock } from './sample-clock.ts'
import { sampleId, type SampleCollection, type SampleUpload } from './sample-item.ts'
import { sampleStages, type SampleStage } from './stages.ts'

type AnyItem = SampleStage['items'][number]

export interface AddSampleOptions {
  /** The day that all dates of the sample are reckoned from. */
  readonly now?: Date
  readonly onProgress?: (done: number, total: number, label: string) => void
}

/**
 * Fills the portal with the sample: documents first, then the globals that show them. Documents of
 * the sample that are there already stay as they are.
 * @returns how many documents were made
 */
export async function addSampleContent(
  payload: Payload,
  { now = new Date(), onProgress = () => {} }: AddSampleOptions = {},
): Promise<number> {
  const clock = sampleClock(now)
  const stages = sampleStages(clock)
  const total = stages.reduce((sum, { items }) => sum + items.length, 0)
  let done = 0
  const made = new Set<string>()
  for (const { collection, label, items } of stages) {
    let next = startUpload(items[0])
    for (const [index, item] of items.entries()) {
      const upload = next
      next = startUpload(items[index + 1])
      const id = sampleId(collection, item.key)
      if (await isAbsent(payload, collection, id)) {
        await createItem(payload, collection, id, item, await upload)
        made.add(keyOfDocument(collection, id))
      }
      onProgress(++done, total, label)
    }
  }
  const earlier = await readManifest(payload)
  const globals = { ...earlier?.globals, ...(await fillGlobals(payload, sampleGlobals(clock))) }
  // When all are in: later documents may have changed what the portal notes on earlier ones.
  const documents = await printsOf(payload, stages, made, earlier)
  await writeManifest(payload, { addedAt: now.toISOString(), documents, globals })
  return made.size
}

/** A document that was there already keeps its old print: an editor may have changed it since. */
async function printsOf(
  payload: Payload,
  stages: readonly SampleStage[],
  made: ReadonlySet<string>,
  earlier: SampleManifest | null,
): Promise<Record<string, string>> {
  const prints: Record<string, string> = { ...earlier?.documents }
  for (const { collection, items } of stages) {
    for (const { key } of items) {
      const id = sampleId(collection, key)
      const name = keyOfDocument(collection, id)
      if (prints[name] && !made.has(name)) continue
      const stored = await readNewest(payload, collection, id)
      if (stored) prints[name] = printOf(stored)
    }
  }
  return prints
}

/** Begun one ahead: a picture is rendered while the one before it is being stored. */
async function startUpload(item: AnyItem | undefined): Promise<SampleUpload | undefined> {
  return await item?.upload?.()
}

async function isAbsent(payload: Payload, collection: SampleCollection, id: string) {
  const where = { id: { equals: id } }
  return (await payload.count({ collection, where, trash: true })).totalDocs === 0
}

async function createItem(
  payload: Payload,
  collection: SampleCollection,
  id: string,
  item: AnyItem,
  upload: SampleUpload | undefined,
): Promise<void> {
  const written = item.writtenAt ? { createdAt: item.writtenAt, updatedAt: item.writtenAt } : {}
  await payload.create({
    collection,
    data: { ...item.data, ...written, id } as RequiredDataFromCollectionSlug<SampleCollection>,
    ...(upload ? { file: { ...upload, size: upload.data.length } } : {}),
    depth: 0,
    draft: false,
    overrideAccess: true,
  })
}

/** A global that has been filled in already is the operator's own and stays as it is. */
async function fillGlobals(payload: Payload, globals: SampleGlobals) {
  const prints: Partial<Record<SampleGlobal, string>> = {}
  for (const slug of GLOBAL_SLUGS) {
    if (!isBlankGlobal(slug, await payload.findGlobal({ slug, depth: 0 }))) continue
    const data = globals[slug] as DataFromGlobalSlug<SampleGlobal>
    await payload.updateGlobal({ slug, data, depth: 0, overrideAccess: true })
    prints[slug] = printOf(await payload.findGlobal({ slug, depth: 0 }))
  }
  return prints
}
