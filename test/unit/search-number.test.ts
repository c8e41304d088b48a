import { expect, test } from 'vitest'
import { numberAsked, numberRank } from '#shared/search/document-number.ts'

test.each([
  ['45/2012/NĐ-CP', '45/2012/nd-cp'],
  ['45/2012 / nđ-cp', '45/2012/nd-cp'],
  ['45/2012/NĐ–CP', '45/2012/nd-cp'],
  ['Nghị định số 45/2012', '45/2012'],
  ['nd 45 năm 2012', '45/2012'],
  ['TT28/2018/TT-BTC', '28/2018/tt-btc'],
  ['12/NQ-HĐND', '12/nq-hdnd'],
  ['2677', '2677'],
  ['quyết định 31', '31'],
])('%s asks for %s', (typed, number) => {
  expect(numberAsked(typed)).toBe(number)
})

test.each(['khuyến công', 'hội chợ 2026', 'nghị định', '30 doanh nghiệp', 'số', ''])(
  '%j asks for no number',
  (typed) => {
    expect(numberAsked(typed)).toBeNull()
  },
)

test('the whole number answers best, with or without its year, then its beginning, then a part', () => {
  const ranks = (asked: string) =>
    ['12/2023/nq-hdnd', '12/2023/nq-hdnd-b', '112/2023/qd-ubnd'].map((n) => numberRank(n, asked))
  expect(ranks('12/2023/nq-hdnd')).toEqual([3, 2, 0])
  expect(ranks('12/nq-hdnd')).toEqual([3, 2, 0])
  expect(ranks('12/2023')).toEqual([2, 2, 1])
  expect(ranks('99')).toEqual([0, 0, 0])
})
