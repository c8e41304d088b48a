import { addDays, dateInVietnam } from '#shared/vietnamese/dates.ts'

/**
 * Working days from one moment to another, the first day not counted. Saturdays and Sundays are
 * free; public holidays are not known here, so the number is never too small for a reader.
 */
export function workingDaysBetween(from: string, to: string): number {
  const last = dateInVietnam(to)
  let days = 0
  for (let day = addDays(dateInVietnam(from), 1); day <= last; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days += 1
  }
  return days
}
