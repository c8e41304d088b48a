import { expect, it } from 'vitest'
import { inQuotes } from '#shared/vietnamese/quotes.ts'

it('what was typed stands in one pair of quotation marks, its own where it has some', () => {
  expect(inQuotes('nghề mây')).toBe('“nghề mây”')
  expect(inQuotes('"nghề mây" -gốm')).toBe('"nghề mây" -gốm')
  expect(inQuotes('“nghề mây”')).toBe('“nghề mây”')
})
