import type { CollectionSlug, GlobalSlug, Payload } from 'payload'

/** A stored document or global, with the words that its texts show, by leaf. */
export interface Subject {
  readonly slug: CollectionSlug | GlobalSlug
  /** `null` for a global. */
  readonly id: string | null
  readonly doc: Readonly<Record<string, unknown>>
  readonly words: ReadonlyMap<string, string>
}

/** Documents that show each other, by name. */
export type World = Map<string, Subject>

/** The document of that name. */
export function subjectIn(world: World, name: string): Subject {
  const subject = world.get(name)
  if (!subject) throw new Error(`The world has no ${name}`)
  return subject
}

/** A file as Payload takes it. */
export interface NewFile {
  readonly name: string
  readonly mimetype: string
  readonly data: Buffer
  readonly size: number
}

interface SaveOptions {
  /** That the new values show. */
  readonly words?: ReadonlyMap<string, string>
  readonly file?: NewFile
}

/** Saves some fields, and keeps in the world what is stored then. */
export async function save(
  payload: Payload,
  world: World,
  name: string,
  data: object,
  { words = new Map(), file }: SaveOptions = {},
): Promise<void> {
  const subject = subjectIn(world, name)
  const { slug, id } = subject
  const doc =
    id === null
      ? await payload.updateGlobal({ slug: slug as 'navigation', data, depth: 0 })
      : await payload.update({
          collection: slug as 'news',
          id,
          data,
          depth: 0,
          trash: true,
          ...(file && { file }),
        })
  world.set(name, { slug, id, doc: { ...doc }, words: new Map([...subject.words, ...words]) })
}
