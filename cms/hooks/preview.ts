import type { CollectionConfig } from 'payload'
import { PREVIEW_LIFETIME_MS, signPreview } from '#cms/access/preview-link.ts'
import { readConfig } from '#shared/config.ts'
import type { PublicCollection } from '#shared/routes.ts'

/** The admin's preview button: a link to the site, signed for this editor and this document. */
export function previewOf(
  collection: PublicCollection,
): Pick<NonNullable<CollectionConfig['admin']>, 'preview'> {
  return {
    preview: (doc, { req }) => {
      const sessionId = (req.user as { _sid?: string } | null)?._sid
      if (!req.user || !sessionId || typeof doc.id !== 'string') return null
      const { secret, site } = readConfig()
      const expires = Date.now() + PREVIEW_LIFETIME_MS
      const grant = { collection, id: doc.id, userId: req.user.id, sessionId, expires }
      return site.publicUrl + signPreview(grant, secret)
    },
  }
}
