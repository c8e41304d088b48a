import type { CollectionConfig } from 'payload'
import type { PublicCollection } from '#shared/routes.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { recordChange, recordDeletedRow, rememberDeletedRow, rememberRow } from './changes.ts'
import { deleteComments } from './delete-comments.ts'
import { setDocumentTitle } from './document-title.ts'
import { guardDeletion, guardTrash } from './guard-deletion.ts'
import { guardPublication, guardPublicRow, noteDraft } from './guard-publication.ts'
import { setPublishedAt } from './published-at.ts'
import { recordAddress, recordDeletion, retireAddresses } from './redirects.ts'
import { keepSlug } from './slug.ts'
import { forgetUsages, recordUsages } from './usages.ts'

type Publishable = Exclude<PublicCollection, 'categories' | 'topics' | 'questions'>
type Hooks = NonNullable<CollectionConfig['hooks']>

/** What slugs are made from: a document's own number reads better than its abstract. */
const TITLE_FIELDS: Record<Publishable, string> = {
  news: 'title',
  documents: 'title',
  products: 'name',
  producers: 'name',
  programmes: 'title',
  pages: 'title',
}

const BEFORE_CHANGE: Partial<Record<Publishable, Hooks['beforeChange']>> = {
  news: [setPublishedAt],
  documents: [setDocumentTitle],
}

const BEFORE_DELETE: Partial<Record<Publishable, Hooks['beforeDelete']>> = {
  news: [deleteComments],
}

/** The hooks of every collection with drafts and a public page, in the order in which they run. */
export function publicationHooks(collection: Publishable): Hooks {
  return {
    beforeOperation: [noteDraft],
    beforeChange: [
      rememberRow(collection),
      guardPublication(collection),
      guardTrash(collection),
      ...(BEFORE_CHANGE[collection] ?? []),
      keepSlug(collection, TITLE_FIELDS[collection]),
    ],
    afterChange: [
      guardPublicRow(collection),
      recordAddress(collection),
      recordUsages(collection),
      recordChange(collection),
    ],
    beforeDelete: [
      guardDeletion(collection),
      rememberDeletedRow(collection),
      retireAddresses(collection),
      ...(BEFORE_DELETE[collection] ?? []),
    ],
    afterDelete: [
      recordDeletion(collection),
      forgetUsages(collection),
      recordDeletedRow(collection),
    ],
    afterOperation: [allOrNothing],
  }
}
