/**
 * Names of what a page depends on. A page registers the tags of all it shows; a save yields the
 * tags of what it changed. Both sides take them from here, so they cannot disagree. No commas:
 * tags travel in a comma-separated header.
 */

/** One document of a collection. */
export const documentTag = (collection: string, id: string): string => `${collection}:${id}`

/** Ids of the documents of a collection that are named by tags. */
export function documentIdsIn(tags: readonly string[], collection: string): string[] {
  const start = documentTag(collection, '')
  return tags.filter((tag) => tag.startsWith(start)).map((tag) => tag.slice(start.length))
}

/** A list whose purpose is to show this collection (all of it, or a part named by `of`). */
export const listTag = (collection: string, of?: string): string =>
  of ? `${collection}/${of}` : `${collection}/all`

/** A global: settings, navigation, home page. */
export const globalTag = (slug: string): string => `global:${slug}`

/** A path that showed nothing and may appear. */
export const pathTag = (path: string): string => `path:${path.replaceAll(',', '%2C')}`

const SOON = '~soon'

/** The tag of a list that a page shows by the way: it may lag behind for a minute. */
export const soonTag = (tag: string): string => tag + SOON

export const isSoon = (tag: string): boolean => tag.endsWith(SOON)

/** The tag that {@link soonTag} was made from. */
export const withoutSoon = (tag: string): string => tag.slice(0, -SOON.length)
