import { describe, expect, it } from 'vitest'
import { certificateOn, validUntil } from '#shared/certificates.ts'

describe('validUntil', () => {
  it('is the last day of the third year, the award year being the first', () => {
    expect(validUntil(2024)).toBe('2026-12-31')
  })
})

describe('certificateOn', () => {
  it('counts the months that have begun', () => {
    expect(certificateOn('2026-03-17', 2024)).toEqual({
      state: 'valid',
      validUntil: '2026-12-31',
      monthsUsed: 27,
      changesOn: '2026-04-01',
    })
  })

  it.each([
    ['2026-09-30', 'valid', 33, '2026-10-01'],
    ['2026-10-01', 'expiring', 34, '2026-11-01'],
    ['2026-12-31', 'expiring', 36, '2027-01-01'],
    ['2027-01-01', 'expired', 36, null],
    ['2099-01-01', 'expired', 36, null],
  ])('on %s it is %s', (day, state, monthsUsed, changesOn) => {
    expect(certificateOn(day, 2024)).toMatchObject({ state, monthsUsed, changesOn })
  })

  it('counts a leap day like every other day', () => {
    expect(certificateOn('2024-02-29', 2024)).toMatchObject({
      monthsUsed: 2,
      changesOn: '2024-03-01',
    })
  })

  it('has used nothing when it was dated ahead', () => {
    expect(certificateOn('2025-12-31', 2026)).toMatchObject({ state: 'valid', monthsUsed: 0 })
  })
})
