import type { Payload } from 'payload'
import { SAMPLE_COLLECTIONS } from './sample-item.ts'

/** A collection that holds documents, the trash included. */
export interface ExistingContent {
  readonly label: string
  readonly count: number
}

/** What the portal holds of the kinds that the sample would add to. */
export async function findContent(payload: Payload): Promise<ExistingContent[]> {
  const counted = []
  for (const collection of SAMPLE_COLLECTIONS) {
    const { totalDocs: count } = await payload.count({ collection, trash: true })
    const label = payload.collections[collection].config.labels.plural
    counted.push({ label: typeof label === 'string' ? label : collection, count })
  }
  return counted.filter(({ count }) => count > 0)
}
