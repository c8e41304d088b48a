import type { Payload } from 'payload'
import { signPreviewFile, verifyPreview } from '#cms/access/preview-link.ts'
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
 * Opens a preview link for as long as it is valid and its editor still has an account.
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
  if (!editor) return { kind: 'refused', because: 'link' }
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

const FILE = new RegExp(`${ROUTES.files}/([\\da-z-]+/[\\w.-]+)`, 'gi')
