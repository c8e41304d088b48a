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
