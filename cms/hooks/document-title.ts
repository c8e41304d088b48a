import type { CollectionBeforeChangeHook } from 'payload'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { foldNumber } from '#shared/vietnamese/fold.ts'

/** A document's full name from kind, number and abstract, and its number as look-ups compare it. */
export const setDocumentTitle: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { kind, number, abstract } = { ...originalDoc, ...data }
  const name = [labelOf(DOCUMENT_KINDS, kind), number].filter(Boolean).join(' ')
  return {
    ...data,
    title: [name, abstract].filter(Boolean).join(': ') || null,
    numberKey: number ? foldNumber(number) : null,
  }
}
