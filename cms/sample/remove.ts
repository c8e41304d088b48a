import type { Payload } from 'payload'
import { clearGlobals } from './clear-globals.ts'
import { GLOBAL_SLUGS, type SampleGlobal } from './content/globals.ts'
import { deleteWithTraces } from './delete-with-traces.ts'
import {
  deleteManifest,
  keyOfDocument,
  printOf,
  readManifest,
  readNewest,
  writeManifest,
  type SampleManifest,
} from './manifest.ts'
import {
  SAMPLE_COLLECTIONS,
  sampleId,
  type SampleCollection,
  type SampleDocument,
} from './sample-item.ts'
import { sampleStages } from './stages.ts'
import { keepWhatStaysInUse } from './still-used.ts'

export interface RemoveSampleOptions {
  /** Takes out what was edited too. */
  readonly all?: boolean
  readonly onProgress?: (done: number, total: number) => void
}

export interface SampleRemoval {
  readonly removed: number
  /** What stays, and why. */
  readonly kept: readonly KeptDocument[]
  /** Globals that an editor has changed since: they stay as they are. */
  readonly keptGlobals: readonly SampleGlobal[]
}

export interface KeptDocument extends SampleDocument {
  readonly reason: 'edited' | 'used'
}

/**
 * Takes the sample out, and nothing else. What an editor has changed stays (unless `all`), and so
 * does what other content uses: an article of the centre's own keeps its category and its picture.
 */
export async function removeSampleContent(
  payload: Payload,
  { all = false, onProgress = () => {} }: RemoveSampleOptions = {},
): Promise<SampleRemoval> {
  const manifest = await readManifest(payload)
  const found = await findSample(payload, manifest)
  const edited = all ? [] : found.filter(({ isEdited }) => isEdited)
  const candidates = found.filter((document) => !edited.includes(document))
  const keptGlobals = await changedGlobals(payload, manifest)
  const used = await keepWhatStaysInUse(payload, candidates, keptGlobals)
  const doomed = candidates.filter((document) => !used.includes(document))

  await clearGlobals(payload, manifest, keptGlobals)
  let done = 0
  for (const { collection, id } of doomed.toReversed()) {
    await deleteWithTraces(payload, collection, id)
    onProgress(++done, doomed.length)
  }
  const kept = [
    ...edited.map((document) => ({ ...document, reason: 'edited' as const })),
    ...used.map((document) => ({ ...document, reason: 'used' as const })),
  ]
  await keepManifestOf(payload, manifest, kept)
  return { removed: doomed.length, kept, keptGlobals }
}

/** In the order in which the sample is made, so that the reverse can be deleted. */
async function findSample(payload: Payload, manifest: SampleManifest | null) {
  const found: (SampleDocument & { isEdited: boolean })[] = []
  for (const [collection, ids] of sampleIdsByCollection(manifest)) {
    const { useAsTitle = 'id' } = payload.collections[collection].config.admin
    for (const id of ids) {
      const newest: Record<string, unknown> | null = await readNewest(payload, collection, id)
      if (!newest) continue
      const print = manifest?.documents[keyOfDocument(collection, id)]
      // What lies in the trash has been thrown away already.
      const isEdited = !newest.deletedAt && printOf(newest) !== print
      found.push({ collection, id, title: String(newest[useAsTitle] ?? id), isEdited })
    }
  }
  return found
}

/** What this version of the sample makes, and what an earlier one noted in this database. */
function sampleIdsByCollection(manifest: SampleManifest | null): [SampleCollection, string[]][] {
  const noted = Object.keys(manifest?.documents ?? {}).map((key) => key.split('/'))
  const stages = sampleStages()
  return SAMPLE_COLLECTIONS.map((collection) => {
    const items = stages.find((stage) => stage.collection === collection)?.items ?? []
    const ids = items.map(({ key }) => sampleId(collection, key))
    const earlier = noted.flatMap(([slug, id]) => (slug === collection && id ? [id] : []))
    return [collection, [...new Set([...ids, ...earlier])]]
  })
}

async function changedGlobals(
  payload: Payload,
  manifest: SampleManifest | null,
): Promise<SampleGlobal[]> {
  const changed: SampleGlobal[] = []
  for (const slug of GLOBAL_SLUGS) {
    const print = manifest?.globals[slug]
    if (print !== printOf(await payload.findGlobal({ slug, depth: 0 }))) changed.push(slug)
  }
  return changed
}

async function keepManifestOf(
  payload: Payload,
  manifest: SampleManifest | null,
  kept: readonly KeptDocument[],
): Promise<void> {
  if (!manifest || kept.length === 0) return await deleteManifest(payload)
  const keys = new Set(kept.map(({ collection, id }) => keyOfDocument(collection, id)))
  const documents = Object.entries(manifest.documents).filter(([key]) => keys.has(key))
  await writeManifest(payload, {
    ...manifest,
    documents: Object.fromEntries(documents),
    globals: {},
  })
}
