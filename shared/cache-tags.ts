/**
 * Names of what a page depends on. A page registers the tags of all it shows; a save yields the
 * tags of what it changed. Both sides take them from here, so they cannot disagree. No commas:
 * tags travel in a comma-separated header.
 */

/** One document of a collection. */
export const documentTag = (collection: string, id: string): string => `${collection}:${id}`

/** A list whose purpose is to show this collection (all of it, or a part named by `of`). */
export const listTag = (collection: string, of?: string): string =>
  of ? `${collection}/${of}` : `${collection}/all`

/** A global: settings, navigation, home page. */
export const globalTag = (slug: string): string => `global:${slug}`

/** A path that showed nothing and may appear. */
export const pathTag = (path: string): string => `path:${path.replaceAll(',', '%2C')}`
