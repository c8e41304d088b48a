import { documentTag } from '#shared/cache-tags.ts'
import { EFFECTIVE_RELATIONS, type Effect } from '#shared/effect-status.ts'
import type { Document } from '#shared/payload-types.ts'
import { pathOf } from '#shared/routes.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { loadAttachments, type Attachment } from './attachments.ts'
import { loadEffects } from './document-effects.ts'
import {
  documentRelations,
  type RelatedDocument,
  type RelationGroup,
} from './document-relations.ts'
import type { PageContext } from './page-context.ts'
import { idsOf, published, readingDraft } from './reading.ts'
import { renderRichText, type Heading } from './rich-text.ts'
import { viewsOf } from './visit-totals.ts'

/** A document of the library with all that stands on its page. Dates are `YYYY-MM-DD`. */
export interface DocumentView {
  readonly id: string
  readonly path: string
  /** "Thông tư liên tịch" */
  readonly kind: string
  readonly number: string | null
  readonly abstract: string
  readonly issuers: readonly string[]
  readonly signer: string | null
  readonly signerTitle: string | null
  readonly issuedAt: string | null
  readonly effectiveFrom: string | null
  readonly fields: readonly string[]
  readonly recipients: readonly string[]
  readonly effect: Effect
  readonly legalForce: 'InForce' | 'NotInForce' | 'PartiallyInForce' | null
  /** What replaced, repealed, amended or suspended it; for the notice above the text. */
  readonly actedOnBy: readonly RelationGroup[]
  readonly relations: readonly RelationGroup[]
  readonly files: readonly Attachment[]
  readonly html: string
  readonly headings: readonly Heading[]
  readonly views: number
}

/** The document at /van-ban/SLUG as the viewer may see it; `null` when there is none. */
export async function documentBySlug(
  page: PageContext,
  slug: string,
): Promise<DocumentView | null> {
  const doc = await findDocument(page, slug)
  const path = doc && pathOf('documents', doc)
  if (!doc || !path) return null
  page.tag(documentTag('documents', doc.id))
  const [effects, relations, files, text, views] = await Promise.all([
    loadEffects(page, [doc]),
    documentRelations(page, doc),
    loadAttachments(page, idsOf(doc.files)),
    renderRichText(page, doc.body),
    viewsOf(page, 'documents', doc.id),
  ])
  const effect = effects.get(doc.id) ?? UNKNOWN
  return {
    id: doc.id,
    path,
    kind: labelOf(DOCUMENT_KINDS, doc.kind),
    number: doc.number || null,
    abstract: doc.abstract,
    issuers: doc.issuers ?? [],
    signer: doc.signer || null,
    signerTitle: doc.signerTitle || null,
    issuedAt: doc.issuedAt || null,
    effectiveFrom: doc.effectiveFrom || null,
    fields: fieldLabels(doc.fields ?? []),
    recipients: doc.recipients ?? [],
    effect,
    legalForce: LEGAL_FORCE[effect.status],
    actedOnBy: relations.filter(isActing),
    relations,
    files,
    html: text.html,
    headings: text.headings,
    views,
  }
}

/** Whether a related document is one of the library. */
export function isInLibrary(
  related: RelatedDocument,
): related is Extract<RelatedDocument, { id: string }> {
  return 'id' in related
}

const UNKNOWN: Effect = {
  status: 'unknown',
  reason: null,
  endsOn: null,
  endedBy: null,
  changesOn: null,
}

/** As https://schema.org/LegalForceStatus has them. */
const LEGAL_FORCE = {
  'in-force': 'InForce',
  partly: 'PartiallyInForce',
  expired: 'NotInForce',
  pending: 'NotInForce',
  suspended: 'NotInForce',
  obsolete: null,
  unknown: null,
} as const satisfies Record<Effect['status'], string | null>

function fieldLabels(values: NonNullable<Document['fields']>): string[] {
  if (values.length === EXTENSION_ACTIVITIES.length) return ['Mọi nội dung khuyến công']
  return values.map((value) => labelOf(EXTENSION_ACTIVITIES, value))
}

function isActing({ relation, isInverse }: RelationGroup): boolean {
  return isInverse && (EFFECTIVE_RELATIONS as readonly string[]).includes(relation)
}

async function findDocument(page: PageContext, slug: string): Promise<Document | null> {
  const atSlug = { slug: { equals: slug } }
  const { docs } = await page.portal.find({
    ...readingDraft(page),
    collection: 'documents',
    where: page.viewer.preview ? atSlug : published(page, atSlug),
    limit: 1,
  })
  return docs[0] ?? null
}
