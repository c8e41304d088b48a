import type { Role } from '#shared/vocabulary/roles.ts'

/** Who acts: a role of a signed-in user, or the public. */
export type Actor = Role | 'public'

/** `publish` covers publishing and withdrawing; `deleteDraft` is deletion of what was never public. */
export type Operation = 'create' | 'read' | 'update' | 'publish' | 'delete' | 'deleteDraft'

type Grants = Readonly<Record<Operation, readonly Actor[]>>

const staff = ['admin', 'publisher', 'editor', 'moderator'] as const
const writers = ['admin', 'publisher', 'editor'] as const
const publishers = ['admin', 'publisher'] as const
const moderators = ['admin', 'publisher', 'moderator'] as const
const admins = ['admin'] as const
const nobody = [] as const

const content: Grants = {
  create: writers,
  read: [...staff, 'public'],
  update: writers,
  publish: publishers,
  delete: publishers,
  deleteDraft: writers,
}
const taxonomy: Grants = { ...content, create: publishers, update: publishers, deleteDraft: nobody }
const uploads: Grants = { ...content, publish: nobody, deleteDraft: writers }
const moderated: Grants = {
  create: nobody,
  read: [...moderators, 'public'],
  update: moderators,
  publish: moderators,
  delete: moderators,
  deleteDraft: nobody,
}
const machinery: Grants = {
  create: nobody,
  read: admins,
  update: nobody,
  publish: nobody,
  delete: nobody,
  deleteDraft: nobody,
}

/**
 * The one table of who may do what. Access functions are look-ups in it, and a test walks it.
 * "read" by the public means what is published, approved and not in the trash.
 */
export const PERMISSIONS = {
  news: content,
  documents: content,
  products: content,
  producers: content,
  programmes: content,
  pages: content,
  categories: taxonomy,
  topics: taxonomy,
  media: uploads,
  files: uploads,
  comments: moderated,
  questions: { ...moderated, create: moderators },
  feedback: { ...moderated, read: moderators },
  ratings: machinery,
  'reader-data-acts': { ...machinery, read: moderators },
  users: { ...machinery, create: admins, update: admins, delete: admins },
  redirects: {
    ...machinery,
    create: publishers,
    read: publishers,
    update: publishers,
    delete: publishers,
  },
  changes: machinery,
  'audit-log': machinery,
  usages: { ...machinery, read: staff },
  'visit-counts': machinery,
  searches: { ...machinery, read: staff, delete: publishers },
  'site-settings': { ...machinery, read: [...staff, 'public'], update: admins },
  navigation: { ...machinery, read: [...staff, 'public'], update: publishers },
  'search-words': { ...machinery, read: [...staff, 'public'], update: publishers },
  'home-page': { ...machinery, read: [...staff, 'public'], update: publishers },
} as const satisfies Record<string, Grants>

export type Resource = keyof typeof PERMISSIONS

/** Whether the table grants an operation on a resource to an actor. */
export function isGranted(actor: Actor, operation: Operation, resource: Resource): boolean {
  return (PERMISSIONS[resource][operation] as readonly Actor[]).includes(actor)
}

/** Who may give a field when a document is made, and who may change it by a plain save. */
interface FieldWriters {
  readonly create: readonly Actor[]
  readonly update: readonly Actor[]
}

const byPortal: FieldWriters = { create: nobody, update: nobody }
const byAdmins: FieldWriters = { create: admins, update: admins }
/** A reader's own: a moderator may note down a question asked by telephone, and nobody alters it. */
const byReader: FieldWriters = { create: moderators, update: nobody }

const publication = { trashedSlug: byPortal, firstPublishedAt: byPortal }
const imported = { importedFrom: byPortal }
const inUse = { isPublic: byPortal }
const contributor = {
  name: byReader,
  email: byReader,
  consentedAt: byPortal,
  consentText: byPortal,
  consentWithdrawnAt: byPortal,
  erasedAt: byPortal,
}

/**
 * Fields that not everyone may write who may write the document; all lie at its top. What others
 * send there is dropped. What a reader sent changes by three acts alone (reader-data/acts.ts).
 */
export const FIELD_WRITERS = {
  news: { ...publication, ...imported },
  documents: { ...publication, ...imported, title: byPortal, numberKey: byPortal },
  products: publication,
  producers: publication,
  programmes: publication,
  pages: publication,
  categories: { ...publication, path: byPortal },
  topics: { ...publication, path: byPortal },
  media: inUse,
  files: { ...inUse, kind: byPortal, pages: byPortal, text: byPortal, textState: byPortal },
  comments: { ...contributor, news: byReader, content: byReader },
  questions: {
    ...publication,
    ...contributor,
    title: byReader,
    content: byReader,
    askedBy: byPortal,
  },
  feedback: { ...contributor, subject: byReader, content: byReader, phone: byReader },
  users: { role: byAdmins, passwordChangedAt: byPortal },
} as const satisfies Partial<Record<Resource, Readonly<Record<string, FieldWriters>>>>

/** The fields of a resource that only some may write, each with who they are. */
export function fieldWritersOf(resource: string): Readonly<Record<string, FieldWriters>> {
  return resource in FIELD_WRITERS ? FIELD_WRITERS[resource as keyof typeof FIELD_WRITERS] : {}
}

/** Whether the table lets an actor give or change a field; those it does not name are open. */
export function mayWriteField(
  actor: Actor,
  operation: keyof FieldWriters,
  resource: string,
  field: string,
): boolean {
  const writers = fieldWritersOf(resource)
  return !Object.hasOwn(writers, field) || (writers[field]?.[operation].includes(actor) ?? true)
}
