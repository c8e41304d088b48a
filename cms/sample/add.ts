import type { DataFromGlobalSlug, Payload, RequiredDataFromCollectionSlug } from 'payload'
import {
  GLOBAL_SLUGS,
  sampleGlobals,
  type SampleGlobal,
  type SampleGlobals,
} from './content/globals.ts'
import { printOf, readNewest, writeManifest } from './manifest.ts'
import { sampleClock } from './sample-clock.ts'
import { sampleId, type SampleCollection } from './sample-item.ts'
import { sampleStages, type SampleStage } from './stages.ts'

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
  const documents: Record<string, string> = {}
  let done = 0
  let made = 0
  for (const { collection, label, items } of stages) {
    for (const item of items) {
      const id = sampleId(collection, item.key)
      if (await isAbsent(payload, collection, id)) {
        await createItem(payload, collection, id, item)
        made += 1
      }
      onProgress(++done, total, label)
    }
  }
  // When all are in: later documents may have changed what the portal notes on earlier ones.
  for (const { collection, items } of stages) {
    for (const { key } of items) {
      const id = sampleId(collection, key)
      const stored = await readNewest(payload, collection, id)
      if (stored) documents[`${collection}/${id}`] = printOf(stored)
    }
  }
  const globals = await fillGlobals(payload, sampleGlobals(clock))
  await writeManifest(payload, { addedAt: now.toISOString(), documents, globals })
  return made
}

async function isAbsent(payload: Payload, collection: SampleCollection, id: string) {
  const where = { id: { equals: id } }
  return (await payload.count({ collection, where, trash: true })).totalDocs === 0
}

async function createItem(
  payload: Payload,
  collection: SampleCollection,
  id: string,
  item: SampleStage['items'][number],
): Promise<void> {
  const upload = await item.upload?.()
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
  const entries: Partial<Record<SampleGlobal, string>> = {}
  for (const slug of GLOBAL_SLUGS) {
    if (!isUnset(await payload.findGlobal({ slug, depth: 0 }))) continue
    const data = globals[slug] as DataFromGlobalSlug<SampleGlobal>
    await payload.updateGlobal({ slug, data, depth: 0, overrideAccess: true })
    entries[slug] = printOf(await payload.findGlobal({ slug, depth: 0 }))
  }
  return entries
}

function isUnset(global: object): boolean {
  return !('updatedAt' in global && global.updatedAt)
}
