import { addDays, formatDate, todayInVietnam } from '#shared/vietnamese/dates.ts'

/** Dates of the sample, reckoned from the day on which it is added, so that it never looks dead. */
export interface SampleClock {
  readonly now: Date
  /** This year in Việt Nam. */
  readonly year: number
  /** The calendar date `YYYY-MM-DD` so many days from today; negative for the past. */
  day(offset: number): string
  /** The same date as people write it: "17/3/2026". */
  written(offset: number): string
  /** A moment so many days ago (at least one), at a time of day in Việt Nam. */
  daysAgo(days: number, time?: string): string
}

export function sampleClock(now: Date): SampleClock {
  const today = todayInVietnam(now)
  const day = (offset: number) => addDays(today, offset)
  return {
    now,
    year: Number(today.slice(0, 4)),
    day,
    written: (offset) => formatDate(day(offset)),
    daysAgo: (days, time = '08:30') => new Date(`${day(-days)}T${time}:00+07:00`).toISOString(),
  }
}
