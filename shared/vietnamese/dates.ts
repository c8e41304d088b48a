const OFFSET_MINUTES = 7 * 60
const WRITTEN_DATE =
  /(?<!\d)(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*|\s+tháng\s+(\d{1,2})[\s,]+năm\s+)(\d{4})(?!\d)/iu
const ISO_DATE = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u

/** A calendar date that was found in a text: `date` is `YYYY-MM-DD`. */
interface FoundDate {
  date: string
  index: number
  length: number
}

/**
 * Reads the first date of a text as `YYYY-MM-DD`: "30/7/2021", "05-09-2022",
 * "ngày 05 tháng 9 năm 2022", "2022-09-05". `null` when there is none that exists (31/2/2021).
 */
export function parseDate(text: string): string | null {
  return findDate(text)?.date ?? null
}

/** The first date that exists in the text, from the given position on, with its place. */
export function findDate(text: string, from = 0): FoundDate | null {
  for (let start = from; start < text.length;) {
    const rest = text.slice(start)
    const written = WRITTEN_DATE.exec(rest)
    const iso = ISO_DATE.exec(rest)
    const isIso = iso !== null && (written === null || iso.index <= written.index)
    const match = isIso ? iso : written
    if (match === null) return null
    const date = isIso
      ? toDate(match[1], match[2], match[3])
      : toDate(match[4], match[2] ?? match[3], match[1])
    const index = start + match.index
    if (date !== null) return { date, index, length: match[0].length }
    start = index + match[0].length
  }
  return null
}

/** Whether the text is a calendar date `YYYY-MM-DD` that exists. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)
  return match !== null && toDate(match[1], match[2], match[3]) !== null
}

/**
 * `YYYY-MM-DD` as people read it: "17/3/2026", "05/01/2027". Days below 10 and the months
 * January and February carry a zero (Decree 30/2020/NĐ-CP, annex I). A text that is no date
 * comes back as it is.
 */
export function formatDate(date: string): string {
  if (!isCalendarDate(date)) return date
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** `YYYY-MM-DD` as documents write it: "ngày 18 tháng 02 năm 2014", zeros as in {@link formatDate}. */
export function formatDateInWords(date: string): string {
  const [day, month, year] = formatDate(date).split('/')
  return year ? `ngày ${day} tháng ${month} năm ${year}` : date
}

/** A moment as people in Việt Nam read it: "16/3/2026, 08:30". */
export function formatMoment(moment: Date | string): string {
  return `${formatDate(dateInVietnam(moment))}, ${timeInVietnam(moment)}`
}

/** The time of day of a moment in Việt Nam: "08:30". */
export function timeInVietnam(moment: Date | string): string {
  return shifted(moment).toISOString().slice(11, 16)
}

/** A moment for machines, with Việt Nam's offset: "2026-03-16T08:30:00+07:00". */
export function toMachineMoment(moment: Date | string): string {
  return `${shifted(moment).toISOString().slice(0, 19)}+07:00`
}

/** The calendar date `YYYY-MM-DD` in Việt Nam at a moment. */
export function dateInVietnam(moment: Date | string): string {
  return shifted(moment).toISOString().slice(0, 10)
}

/** Today's calendar date `YYYY-MM-DD` in Việt Nam. */
export function todayInVietnam(now: Date): string {
  return dateInVietnam(now)
}

/** The moment at which a calendar date begins in Việt Nam. */
export function startOfDay(date: string): Date {
  return new Date(`${date}T00:00:00+07:00`)
}

/** The calendar date so many days later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** Whole calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

// Việt Nam has had no other offset since 1975, so shifting is exact and needs no time zone data.
function shifted(moment: Date | string): Date {
  return new Date(new Date(moment).getTime() + OFFSET_MINUTES * 60_000)
}

function toDate(year = '', month = '', day = ''): string | null {
  const parts = [Number(year), Number(month), Number(day)] as const
  const moment = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]))
  const exists =
    parts[0] >= 1900 && moment.getUTCMonth() === parts[1] - 1 && moment.getUTCDate() === parts[2]
  return exists ? moment.toISOString().slice(0, 10) : null
}
