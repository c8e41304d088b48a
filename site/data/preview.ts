import type { Payload } from 'payload'
import {
  madeAt,
  signPreviewFile,
  verifyPreview,
  type PreviewGrant,
} from '#cms/access/preview-link.ts'
import type { User } from '#shared/payload-types.ts'
import { pathOf, ROUTES } from '#shared/routes.ts'
import type { Viewer } from './page-context.ts'

/** What a preview link opens: the page of a draft, and the editor as whom it is read. */
export type Preview =
  | {
      readonly kind: 'open'
      readonly path: string
      readonly viewer: Viewer
      /** The page with its files' addresses signed: those of a draft are not public. */
      withFiles(html: string): string
    }
  | { readonly kind: 'refused'; readonly because: 'link' | 'absent' | 'no-address' }

/**
 * Opens a preview link for as long as it is valid and its editor is still logged in as then.
 * @param query the link's parameters (cms/access/preview-link.ts)
 */
export async function openPreview(
  portal: Payload,
  secret: string,
  query: URLSearchParams,
  now: Date,
): Promise<Preview> {
  const grant = verifyPreview(query, secret, now)
  if (!grant) return { kind: 'refused', because: 'link' }
  const editor = await portal.findByID({
    collection: 'users',
    id: grant.userId,
    depth: 0,
    disableErrors: true,
  })
  if (!editor || !isStillLoggedIn(editor, grant, now)) return { kind: 'refused', because: 'link' }
  const user = { ...editor, collection: 'users' as const }
  const draft = await portal.findByID({
    collection: grant.collection,
    id: grant.id,
    draft: true,
    depth: 0,
    overrideAccess: false,
    user,
    disableErrors: true,
  })
  if (!draft) return { kind: 'refused', because: 'absent' }
  const path = pathOf(grant.collection, draft)
  if (!path) return { kind: 'refused', because: 'no-address' }
  const withFiles = (html: string) =>
    html.replace(FILE, (address, file: string) =>
      address.concat(signPreviewFile(file, grant.expires, secret)),
    )
  return { kind: 'open', path, viewer: { user, preview: true }, withFiles }
}

/** Whether the session of a link goes on, and the password is the one of that time. */
function isStillLoggedIn(editor: User, grant: PreviewGrant, now: Date): boolean {
  const session = editor.sessions?.find(({ id }) => id === grant.sessionId)
  const changedAt = Date.parse(editor.passwordChangedAt ?? '')
  if (changedAt >= madeAt(grant)) return false
  return session !== undefined && Date.parse(session.expiresAt) > now.getTime()
}

const FILE = new RegExp(`${ROUTES.files}/([\\da-z-]+/[\\w.-]+)`, 'gi')
