import type { CollectionConfig } from 'payload'
import { guardedFields } from '#cms/access/field-writers.ts'
import { audited } from '#cms/audit/hooks.ts'
import { withEverySave } from '#cms/hooks/every-save.ts'
import { AuditLog } from './audit-log.ts'
import { Categories } from './categories.ts'
import { Changes } from './changes.ts'
import { Comments } from './comments.ts'
import { Documents } from './documents.ts'
import { Feedback } from './feedback.ts'
import { Files } from './files.ts'
import { Media } from './media.ts'
import { News } from './news.ts'
import { Pages } from './pages.ts'
import { Producers } from './producers.ts'
import { Products } from './products.ts'
import { Programmes } from './programmes.ts'
import { Questions } from './questions.ts'
import { Ratings } from './ratings.ts'
import { ReaderDataActs } from './reader-data-acts.ts'
import { Redirects } from './redirects.ts'
import { Searches } from './searches.ts'
import { Topics } from './topics.ts'
import { Usages } from './usages.ts'
import { Users } from './users.ts'
import { VisitCounts } from './visit-counts.ts'
import { VisitTraces } from './visit-traces.ts'

const all: CollectionConfig[] = [
  News,
  Documents,
  Programmes,
  Pages,
  Products,
  Producers,
  Comments,
  Questions,
  Feedback,
  ReaderDataActs,
  Ratings,
  Searches,
  Categories,
  Topics,
  Media,
  Files,
  Users,
  AuditLog,
  Redirects,
  VisitCounts,
  VisitTraces,
  Usages,
  Changes,
]

/**
 * All collections, in the order of the admin's menu. None can forget what the portal alone writes.
 * Editors have no use for the API tab.
 */
export const collections: CollectionConfig[] = all.map((collection) => ({
  ...audited(withEverySave(collection)),
  fields: guardedFields(collection.slug, collection.fields),
  admin: { ...collection.admin, hideAPIURL: true },
}))
