import type { Programme } from '#shared/payload-types.ts'
import { appliesOn, supportChangesOn, type SupportRow } from '#shared/support-levels.ts'
import { startOfDay, todayInVietnam } from '#shared/vietnamese/dates.ts'
import type { LinkedDocument } from './linked-documents.ts'
import type { PageContext } from './page-context.ts'
import { idOf } from './reading.ts'

/** A level of support with the document that sets it. */
export interface SupportLine extends SupportRow {
  readonly legalBasis: LinkedDocument | null
  readonly clause: string | null
}

/** Rows that apply today; the page changes when one begins or ceases to. */
export function supportToday(page: PageContext, rows: Programme['support']) {
  const today = todayInVietnam(page.now)
  const changesOn = supportChangesOn(today, rows ?? [])
  if (changesOn) page.expires(startOfDay(changesOn))
  return (rows ?? []).filter((row) => appliesOn(today, row))
}

/** All rows by when they apply, with their documents. */
export function sortSupport(
  page: PageContext,
  rows: Programme['support'],
  documents: ReadonlyMap<string, LinkedDocument>,
): Record<'today' | 'later' | 'former', SupportLine[]> {
  const today = todayInVietnam(page.now)
  const current = new Set(supportToday(page, rows))
  const sorted = { today: [], later: [], former: [] } as ReturnType<typeof sortSupport>
  for (const row of rows ?? []) {
    const when = current.has(row) ? 'today' : row.from && row.from > today ? 'later' : 'former'
    sorted[when].push({
      item: row.item,
      rate: row.rate,
      cap: row.cap,
      unit: row.unit,
      from: row.from,
      to: row.to,
      legalBasis: documents.get(idOf(row.legalBasis) ?? '') ?? null,
      clause: row.clause || null,
    })
  }
  return sorted
}
