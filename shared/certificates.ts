/** How a certificate of a typical rural industrial product stands on a day. */
export interface CertificateState {
  readonly state: 'valid' | 'expiring' | 'expired'
  /** Last day of validity, `YYYY-MM-DD`. */
  readonly validUntil: string
  /** Months of its validity that have begun, of {@link VALIDITY_MONTHS}. */
  readonly monthsUsed: number
  /** The next day on which any of this is different; `null` once it has expired. */
  readonly changesOn: string | null
}

export const VALIDITY_MONTHS = 36

/** In its last months a certificate "expires soon": the next selection has to be prepared. */
const EXPIRING_MONTHS = 3

/**
 * The last day of a certificate: 31 December of the third year, the year of the award being the
 * first (TT 26/2014/TT-BCT).
 */
export function validUntil(year: number): string {
  return `${year + 2}-12-31`
}

/** The state of a certificate of a year's award on a calendar date. */
export function certificateOn(day: string, year: number): CertificateState {
  const until = validUntil(year)
  const [dayYear = 0, dayMonth = 0] = day.split('-').map(Number)
  const months = (dayYear - year) * 12 + dayMonth
  const monthsUsed = Math.min(Math.max(months, 0), VALIDITY_MONTHS)
  if (day > until) return { state: 'expired', validUntil: until, monthsUsed, changesOn: null }
  return {
    state: months > VALIDITY_MONTHS - EXPIRING_MONTHS ? 'expiring' : 'valid',
    validUntil: until,
    monthsUsed,
    changesOn: firstOfNextMonth(dayYear, dayMonth),
  }
}

function firstOfNextMonth(year: number, month: number): string {
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
