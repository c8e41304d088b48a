import type { Payload } from 'payload'
import { pathOf, PUBLIC_COLLECTIONS, type PublicCollection } from '#shared/routes.ts'
import type { SampleCollection } from './sample-item.ts'

/**
 * Deletes a sample document for good with all that the portal noted on it: the address would
 * otherwise stay marked as withdrawn, and its number of views would count nothing.
 */
export async function deleteWithTraces(
  payload: Payload,
  collection: SampleCollection,
  id: string,
): Promise<void> {
  const row = await payload.db.findOne<{ id: string; slug?: string; path?: string }>({
    collection,
    where: { id: { equals: id } },
  })
  await payload.delete({ collection, id, depth: 0, trash: true, overrideAccess: true })
  if (row && isPublic(collection)) await forgetAddresses(payload, collection, row)
  await payload.delete({
    collection: 'visit-counts',
    where: { key: { equals: `${collection}:${id}` } },
    overrideAccess: true,
  })
}

function isPublic(collection: SampleCollection): collection is SampleCollection & PublicCollection {
  return (PUBLIC_COLLECTIONS as readonly string[]).includes(collection)
}

/** The last address, and every earlier one that still led here. */
async function forgetAddresses(
  payload: Payload,
  collection: PublicCollection,
  row: { id: string; slug?: string; path?: string },
): Promise<void> {
  const last = pathOf(collection, row)
  await payload.delete({
    collection: 'redirects',
    overrideAccess: true,
    where: {
      or: [
        ...(last ? [{ from: { equals: last } }] : []),
        {
          and: [
            { 'target.relationTo': { equals: collection } },
            { 'target.value': { equals: row.id } },
          ],
        },
      ],
    },
  })
}
