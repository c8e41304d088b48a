import type { CollectionConfig } from 'payload'

/** Drafts with autosave, versions, scheduled publication: the same for all that is published. */
export const PUBLISHABLE = {
  trash: true,
  versions: {
    maxPerDoc: 50,
    drafts: { autosave: { interval: 1500 }, schedulePublish: true, validate: false },
  },
} as const satisfies Partial<CollectionConfig>
