import type { PayloadRequest } from 'payload'
import { claimName } from '#cms/database/claims.ts'
import { PICTURE_EXTENSIONS } from '#cms/reading/picture-formats.ts'
import type { UploadCollection } from './upload-collections.ts'

/**
 * A name that no other upload of the collection has, or is about to get. Of a picture, whatever its
 * ending: the sizes of "gom.jpg" and "gom.png" are called the same, and Payload would write one over
 * the other.
 */
export async function freeFileName(
  req: PayloadRequest,
  collection: UploadCollection,
  name: string,
  ownId: string | undefined,
): Promise<string> {
  const end = name.lastIndexOf('.')
  const [base, extension] = [name.slice(0, end), name.slice(end)]
  const endings =
    collection === 'media' ? PICTURE_EXTENSIONS.map((word) => `.${word}`) : [extension]
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`
    const taken = { filename: { in: endings.map((ending) => candidate + ending) } }
    const holder = await req.payload.db.findOne<{ id: string }>({ collection, req, where: taken })
    if (holder && holder.id !== ownId) continue
    const claim = { collection, name: `file ${candidate}`, taken, ownId }
    if (await claimName(req, claim)) return candidate + extension
  }
}
