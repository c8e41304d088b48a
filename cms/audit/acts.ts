import type { AuditAct } from '#shared/vocabulary/audit-acts.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { ROLES } from '#shared/vocabulary/roles.ts'
import { isApprovedRow, isPublicRow, type MainRow } from '#cms/hooks/main-row.ts'

export interface Act {
  readonly act: AuditAct
  readonly detail?: string
}

/** The stored row before and after a save; `null` where there was or is none. */
export interface Rows {
  readonly before: MainRow | null
  readonly after: MainRow | null
}

/** What a save of content did that is worth a line: nothing, for a draft. */
export function actsOnContent({ before, after }: Rows): Act[] {
  if (!after) return before ? [{ act: 'deleted' }] : []
  if (after.deletedAt && !before?.deletedAt) return [{ act: 'trashed' }]
  if (before?.deletedAt && !after.deletedAt) return [{ act: 'restored' }]
  const [was, is] = [isSeen(before), isSeen(after)]
  if (was && !is) return [{ act: 'withdrawn' }]
  const isNew = is && before?.updatedAt !== after.updatedAt
  return isNew ? [{ act: 'published', ...(was && { detail: 'Sửa bài đang đăng' }) }] : []
}

/** What a save of an account did. Roles are told, addresses and passwords are not. */
export function actsOnAccount({ before, after }: Rows, isFirst: boolean): Act[] {
  if (!after) return [{ act: 'account-deleted' }]
  if (!before) {
    return [{ act: isFirst ? 'first-account' : 'account-created', detail: roleOf(after) }]
  }
  const acts: Act[] = []
  if (before.role !== after.role) {
    acts.push({ act: 'role-changed', detail: `${roleOf(before)} → ${roleOf(after)}` })
  }
  if (before.email !== after.email) acts.push({ act: 'email-changed' })
  if (before.hash !== after.hash) acts.push({ act: 'password-changed' })
  return acts
}

/** Only what has a state of publication is published; what readers sent in is approved. */
function isSeen(row: MainRow | null): boolean {
  return row?._status ? isPublicRow(row) : isApprovedRow(row)
}

function roleOf({ role }: MainRow): string {
  return labelOf(ROLES, String(role))
}
