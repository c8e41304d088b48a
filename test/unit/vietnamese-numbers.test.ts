import { describe, expect, it } from 'vitest'
import {
  formatFileSize,
  formatMillions,
  formatMoney,
  formatNumber,
  formatPercent,
} from '#shared/vietnamese/numbers.ts'

describe('numbers', () => {
  it('groups thousands with a dot', () => {
    expect(formatNumber(1_250_000)).toBe('1.250.000')
  })
  it.each([
    [300e6, '300 triệu đồng'],
    [1e9, '1 tỷ đồng'],
    [1.5e9, '1,5 tỷ đồng'],
    [350_000, '350.000 đồng'],
    [1_234_567_890, '1.234.567.890 đồng'],
  ])('writes %d đồng as %j', (dong, text) => {
    expect(formatMoney(dong)).toBe(text)
  })
  it('writes amounts kept in millions', () => {
    expect(formatMillions(450)).toBe('450 triệu đồng')
    expect(formatMillions(6000)).toBe('6 tỷ đồng')
  })
  it('writes percentages with a space', () => {
    expect(formatPercent(50)).toBe('50 %')
    expect(formatPercent(12.5)).toBe('12,5 %')
  })
  it.each([
    [0, '0 byte'],
    [412 * 1024, '412 KB'],
    [1_258_291, '1,2 MB'],
    [1024 ** 2 - 1, '1 MB'],
  ])('writes %d bytes as %j', (bytes, text) => {
    expect(formatFileSize(bytes)).toBe(text)
  })
})
