import type { RequiredDataFromCollectionSlug } from 'payload'
import type { DocumentRelationValue } from '#shared/vocabulary/document-relations.ts'
import { sampleId, type SampleItem } from '../../sample-item.ts'

type Fields = Omit<RequiredDataFromCollectionSlug<'documents'>, 'relations' | '_status' | 'id'>

export interface DocumentDraft extends Fields {
  /** Relation and key of a sample document, or a citation of one that the library lacks. */
  readonly relations?: readonly (readonly [DocumentRelationValue, string])[]
}

/** A published document of the library. */
export function documentItem(
  key: string,
  { relations = [], ...fields }: DocumentDraft,
): SampleItem<'documents'> {
  return {
    key,
    data: {
      ...fields,
      relations: relations.map(([relation, other]) =>
        other.includes('/')
          ? { relation, citation: other }
          : { relation, target: sampleId('documents', other) },
      ),
      _status: 'published',
    },
  }
}
