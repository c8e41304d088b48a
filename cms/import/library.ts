import type { Payload } from 'payload'
import { foldNumber } from '#shared/vietnamese/fold.ts'

/** The documents of the library that have one of the numbers: number → id. */
export async function findInLibrary(
  payload: Payload,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'documents',
    where: { numberKey: { in: numbers.map(foldNumber) } },
    depth: 0,
    pagination: false,
    select: { numberKey: true },
  })
  const ids = new Map(docs.map(({ numberKey, id }) => [numberKey, id]))
  return new Map(
    numbers.flatMap((number) => {
      const id = ids.get(foldNumber(number))
      return id ? [[number, id] as const] : []
    }),
  )
}
