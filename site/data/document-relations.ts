import type { Document } from '#shared/payload-types.ts'
import {
  DOCUMENT_RELATIONS,
  type DocumentRelationValue,
} from '#shared/vocabulary/document-relations.ts'
import {
  LINKED_FIELDS,
  linkDocuments,
  loadLinkedDocuments,
  type LinkedDocument,
} from './linked-documents.ts'
import type { PageContext } from './page-context.ts'
import { READING, idOf, idsOf, published } from './reading.ts'

/** Documents that stand in one relation to a document. */
export interface RelationGroup {
  readonly relation: DocumentRelationValue
  /** Whether the others hold the relation to this one. */
  readonly isInverse: boolean
  /** "Căn cứ", "Bị thay thế bởi" */
  readonly label: string
  readonly documents: readonly RelatedDocument[]
}

/** A document of the library, or the words of a citation that the library does not hold. */
export type RelatedDocument = LinkedDocument | { readonly citation: string }

/** Newest documents that refer to one; laws may have more. */
const MOST_REFERRING = 200

/**
 * The relations of a document in both directions, in the order of the vocabulary: those it names,
 * then those that name it.
 */
export async function documentRelations(
  page: PageContext,
  doc: Pick<Document, 'id' | 'relations'>,
): Promise<RelationGroup[]> {
  const own = doc.relations ?? []
  const [targets, referring] = await Promise.all([
    loadLinkedDocuments(page, idsOf(own.map(({ target }) => target ?? ''))),
    readReferring(page, doc.id),
  ])
  const sources = await linkDocuments(page, referring)
  const groups = DOCUMENT_RELATIONS.flatMap(({ value, label, inverse }): RelationGroup[] => [
    {
      relation: value,
      isInverse: false,
      label,
      documents: own
        .filter(({ relation }) => relation === value)
        .flatMap(({ target, citation }) => {
          const known = targets.get(idOf(target) ?? '')
          return known ?? (citation ? { citation } : [])
        }),
    },
    {
      relation: value,
      isInverse: true,
      label: inverse,
      documents: referring
        .filter((source) => names(source, value, doc.id))
        .flatMap((source) => sources.get(source.id) ?? []),
    },
  ])
  return mergeByLabel(groups).filter(({ documents }) => documents.length > 0)
}

async function readReferring(page: PageContext, id: string) {
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'documents',
    where: published(page, { 'relations.target': { in: [id] } }, { id: { not_equals: id } }),
    sort: '-issuedAt',
    limit: MOST_REFERRING,
    select: { ...LINKED_FIELDS, relations: true },
  })
  return docs
}

function names(
  source: Pick<Document, 'relations'>,
  relation: DocumentRelationValue,
  id: string,
): boolean {
  return (source.relations ?? []).some(
    (one) => one.relation === relation && idOf(one.target) === id,
  )
}

/** "Liên quan" is its own inverse, and two documents may both say it. */
function mergeByLabel(groups: readonly RelationGroup[]): RelationGroup[] {
  return [...Map.groupBy(groups, ({ label }) => label).values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const documents = [first, ...rest].flatMap((group) => group.documents)
    return { ...first, documents: documents.filter((one, at) => at === firstOf(documents, one)) }
  })
}

function firstOf(documents: readonly RelatedDocument[], wanted: RelatedDocument): number {
  return documents.findIndex((one) =>
    'id' in one && 'id' in wanted ? one.id === wanted.id : one === wanted,
  )
}
