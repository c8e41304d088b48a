import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  findDate,
  formatDate,
  formatDateInWords,
  formatMoment,
  isCalendarDate,
  parseDate,
  startOfDay,
  todayInVietnam,
  toMachineMoment,
} from '#shared/vietnamese/dates.ts'

describe('parseDate', () => {
  it.each([
    ['30/7/2021', '2021-07-30'],
    ['ban hành ngày 05-09-2022.', '2022-09-05'],
    ['ngày 05 tháng 9 năm 2022', '2022-09-05'],
    ['Sông Châu, ngày 12 tháng 03 năm 2026', '2026-03-12'],
    ['NGÀY 1 THÁNG 2 NĂM 2024', '2024-02-01'],
    ['ngày 03/\n11/2019', '2019-11-03'],
    ['2026-03-16T08:30', '2026-03-16'],
  ])('reads %j', (text, date) => {
    expect(parseDate(text)).toBe(date)
  })
  it('reads decomposed text', () => {
    expect(parseDate('ngày 05 tháng 9 năm 2022'.normalize('NFD').normalize('NFC'))).toBe(
      '2022-09-05',
    )
  })
  it.each([
    '',
    '31/2/2021',
    '29/2/2023',
    '0/5/2020',
    'tháng 9 năm 2022',
    '12/13/2020',
    '1/1/12345',
  ])('finds no date in %j', (text) => {
    expect(parseDate(text)).toBeNull()
  })
  it('goes on after a date that does not exist', () => {
    expect(parseDate('từ 31/2/2021 đến 1/3/2021')).toBe('2021-03-01')
  })
  it('gives the place of the date', () => {
    expect(findDate('ngày 16/4/2020 của', 0)).toEqual({ date: '2020-04-16', index: 5, length: 9 })
    expect(findDate('1/1/2020 và 2/1/2020', 8)?.date).toBe('2020-01-02')
  })
})

describe('calendar dates', () => {
  it('are written the administrative way', () => {
    expect(formatDate('2026-03-17')).toBe('17/3/2026')
    expect(formatDate('2027-01-05')).toBe('05/01/2027')
    expect(formatDate('chưa rõ')).toBe('chưa rõ')
  })
  it('are counted without time zones', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(isCalendarDate('2025-02-29')).toBe(false)
  })
})

describe('moments', () => {
  const lateEvening = new Date('2026-03-16T17:30:00Z')
  it('belong to the day in Việt Nam', () => {
    expect(todayInVietnam(lateEvening)).toBe('2026-03-17')
    expect(formatMoment(lateEvening)).toBe('17/3/2026, 00:30')
  })
  it('carry the offset for machines', () => {
    expect(toMachineMoment(lateEvening)).toBe('2026-03-17T00:30:00+07:00')
    expect(startOfDay('2026-03-17').toISOString()).toBe('2026-03-16T17:00:00.000Z')
  })
})

describe('formatDateInWords', () => {
  it('writes a date as documents do', () => {
    expect(formatDateInWords('2014-02-18')).toBe('ngày 18 tháng 02 năm 2014')
    expect(formatDateInWords('2022-09-05')).toBe('ngày 05 tháng 9 năm 2022')
  })

  it('leaves what is no date as it is', () => {
    expect(formatDateInWords('khoảng năm 2014')).toBe('khoảng năm 2014')
  })
})
