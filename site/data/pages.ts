import { documentTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { loadAttachments, type Attachment } from './attachments.ts'
import type { PageContext } from './page-context.ts'
import { idsOf, published, readingDraft } from './reading.ts'
import { plainText, renderRichText, type Heading } from './rich-text.ts'

export interface StaticPage {
  readonly title: string
  readonly summary: string | null
  readonly description: string
  readonly path: string
  readonly html: string
  readonly headings: readonly Heading[]
  readonly attachments: readonly Attachment[]
  readonly updatedAt: string
}

/** The static page at /SLUG as the viewer may see it; `null` when there is none. */
export async function staticPage(page: PageContext, slug: string): Promise<StaticPage | null> {
  const atSlug = { slug: { equals: slug } }
  const { docs } = await page.portal.find({
    ...readingDraft(page),
    collection: 'pages',
    where: page.viewer.preview ? atSlug : published(page, atSlug),
    limit: 1,
  })
  const doc = docs[0]
  const path = doc && pathOf('pages', doc)
  if (!doc || !path) return null
  page.tag(documentTag('pages', doc.id))
  const [text, attachments] = await Promise.all([
    renderRichText(page, doc.body),
    loadAttachments(page, idsOf(doc.attachments)),
  ])
  return {
    title: doc.title,
    summary: doc.summary ?? null,
    description: doc.summary || plainText(doc.body, 160),
    path,
    html: text.html,
    headings: text.headings,
    attachments,
    updatedAt: doc.updatedAt,
  }
}
