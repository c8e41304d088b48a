import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { abbreviateName } from '#shared/vietnamese/abbreviate-name.ts'
import { forgetDeletedWords } from '#cms/reader-data/history.ts'
import { keepHidden } from '#cms/reader-data/keep-hidden.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { recordChange, recordDeletedRow, rememberDeletedRow, rememberRow } from './changes.ts'
import { guardDeletion, guardTrash } from './guard-deletion.ts'
import { isApprovedRow } from './main-row.ts'
import { recordAddress, recordDeletion, retireAddresses } from './redirects.ts'
import { keepSlug } from './slug.ts'
import { forgetUsages, recordUsages } from './usages.ts'

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
    rememberRow('questions'),
    guardTrash('questions'),
    keepHidden('questions'),
    setAnsweredAt,
    setAskedBy,
    keepSlug('questions', 'title', (data) => data.status === 'approved'),
  ],
  afterChange: [
    recordAddress('questions', isApprovedRow),
    recordUsages('questions', isApprovedRow),
    recordChange('questions', isApprovedRow),
  ],
  beforeDelete: [
    guardDeletion('questions'),
    rememberDeletedRow('questions'),
    retireAddresses('questions'),
  ],
  afterDelete: [
    recordDeletion('questions', isApprovedRow),
    forgetUsages('questions'),
    recordDeletedRow('questions', isApprovedRow),
    forgetDeletedWords('questions'),
  ],
  afterOperation: [allOrNothing],
}
