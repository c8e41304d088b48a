import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { abbreviateName } from '#shared/vietnamese/abbreviate-name.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { guardDeletion, guardTrash } from './guard-deletion.ts'
import { rememberMainRow, type MainRow } from './main-row.ts'
import { recordAddress, recordDeletion, retireAddresses } from './redirects.ts'
import { keepSlug } from './slug.ts'
import { forgetUsages, recordUsages } from './usages.ts'

const isApproved = (row: MainRow | null): row is MainRow =>
  row !== null && row.status === 'approved' && !row.deletedAt

const setAnsweredAt: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { answer, answeredAt, status } = { ...originalDoc, ...data }
  const isAnswered = Boolean(answer) && status === 'approved'
  return isAnswered && !answeredAt ? { ...data, answeredAt: new Date().toISOString() } : data
}

/** The public sees initials alone, as the form promises. */
const setAskedBy: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { name } = { ...originalDoc, ...data }
  return { ...data, askedBy: name ? abbreviateName(name) : null }
}

/** A question gets its address with the approval, and the answer its date. */
export const questionHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeChange: [
    async ({ data, originalDoc, req }) => {
      await rememberMainRow(req, 'questions', originalDoc?.id)
      return data
    },
    guardTrash('questions'),
    setAnsweredAt,
    setAskedBy,
    keepSlug('questions', 'title', (data) => data.status === 'approved'),
  ],
  afterChange: [recordAddress('questions', isApproved), recordUsages('questions', isApproved)],
  beforeDelete: [guardDeletion('questions'), retireAddresses('questions')],
  afterDelete: [recordDeletion('questions', isApproved), forgetUsages('questions')],
  afterOperation: [allOrNothing],
}
