import { formatMillions, formatPercent } from './vietnamese/numbers.ts'

/** A level of support as it is kept: a dated row, since caps change. */
export interface SupportRow {
  readonly item: string
  /** Percent of the cost. */
  readonly rate?: number | null
  /** In millions of đồng. */
  readonly cap?: number | null
  /** What the cap counts for: "một cơ sở". */
  readonly unit?: string | null
  readonly from?: string | null
  /** The first day on which it no longer applies. */
  readonly to?: string | null
}

/** What is given, in two parts: the amount that counts most, and how it is meant. */
export interface SupportLevel {
  readonly main: string
  readonly detail: string | null
}

/** Whether a row applies on a calendar date. */
export function appliesOn(day: string, row: SupportRow): boolean {
  return (!row.from || row.from <= day) && (!row.to || day < row.to)
}

/** The next day on which a row begins or ceases to apply. */
export function supportChangesOn(day: string, rows: readonly SupportRow[]): string | null {
  const dates = rows.flatMap(({ from, to }) => [from, to])
  return dates.reduce<string | null>(
    (next, date) => (date && date > day && (!next || date < next) ? date : next),
    null,
  )
}

/** A row in words: "Đến 300 triệu đồng", "50 % chi phí, một cơ sở". */
export function supportLevel({ item, rate, cap, unit }: SupportRow): SupportLevel {
  const share = rate ? `${formatPercent(rate)} chi phí` : null
  const amount = cap ? `Đến ${formatMillions(cap)}` : null
  if (!share && !amount) return { main: item, detail: null }
  const details = [amount ? share : null, unit].filter(Boolean)
  return { main: amount ?? share ?? item, detail: details.join(', ') || null }
}

/** A row in one line: "50 % chi phí, đến 300 triệu đồng". */
export function supportLine({ item, rate, cap }: SupportRow): string {
  const share = rate ? `${formatPercent(rate)} chi phí` : null
  if (!cap) return share ?? item
  const amount = formatMillions(cap)
  return share ? `${share}, đến ${amount}` : `Đến ${amount}`
}
