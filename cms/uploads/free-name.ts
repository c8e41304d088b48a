import type { PayloadRequest } from 'payload'
import { PICTURE_EXTENSIONS } from './check-picture.ts'

/**
 * A name that no other picture has, whatever its ending: the sizes of "gom.jpg" and "gom.png" are
 * called the same, and Payload would write one over the other.
 */
export async function freePictureName(
  req: PayloadRequest,
  name: string,
  ownId: string | undefined,
): Promise<string> {
  const end = name.lastIndexOf('.')
  const [base, extension] = [name.slice(0, end), name.slice(end)]
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`
    const names = PICTURE_EXTENSIONS.map((ending) => `${candidate}.${ending}`)
    const holder = await req.payload.db.findOne<{ id: string }>({
      collection: 'media',
      req,
      where: { filename: { in: names } },
    })
    if (!holder || holder.id === ownId) return candidate + extension
  }
}
