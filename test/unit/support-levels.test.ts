import { describe, expect, it } from 'vitest'
import { appliesOn, supportChangesOn, supportLevel, supportLine } from '#shared/support-levels.ts'

describe('a level of support', () => {
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('applies on %s: %s', (day, expected) => {
    const row = { item: 'Máy móc', from: '2026-01-01', to: '2027-01-01' }
    expect(appliesOn(day, row)).toBe(expected)
  })

  it('applies always where it has no dates', () => {
    expect(appliesOn('2026-03-17', { item: 'Máy móc', from: null, to: '' })).toBe(true)
  })

  it('changes on the next of its dates', () => {
    const rows = [
      { item: 'Cũ', to: '2027-01-01' },
      { item: 'Mới', from: '2026-07-01', to: '2026-03-17' },
    ]
    expect(supportChangesOn('2026-03-17', rows)).toBe('2026-07-01')
    expect(supportChangesOn('2027-01-01', rows)).toBeNull()
  })

  it.each([
    [
      { item: 'Máy', rate: 50, cap: 300, unit: 'một cơ sở' },
      'Đến 300 triệu đồng',
      '50 % chi phí, một cơ sở',
      '50 % chi phí, đến 300 triệu đồng',
    ],
    [{ item: 'Mô hình', cap: 1000 }, 'Đến 1 tỷ đồng', null, 'Đến 1 tỷ đồng'],
    [{ item: 'Gian hàng', rate: 80 }, '80 % chi phí', null, '80 % chi phí'],
    [{ item: 'Miễn phí tư vấn' }, 'Miễn phí tư vấn', null, 'Miễn phí tư vấn'],
  ])('%j is said as "%s"', (row, main, detail, line) => {
    expect(supportLevel(row)).toEqual({ main, detail })
    expect(supportLine(row)).toBe(line)
  })
})
