import { expect, test } from 'vitest'
import { isOneSlipAway, wordsMeant } from '#shared/search/slips.ts'

test.each([
  ['khuyen', 'khuyn'],
  ['khuyn', 'khuyen'],
  ['khuyen', 'khuyem'],
  ['khuyen', 'khuyne'],
  ['nong', 'nogn'],
  ['ocop', 'ocp'],
])('%s and %s are one slip apart', (one, other) => {
  expect(isOneSlipAway(one, other)).toBe(true)
})

test.each([
  ['khuyen', 'khuyen'],
  ['khuyen', 'khuy'],
  ['khuyen', 'kyuhen'],
  ['cong', 'nong chan'],
  ['abcd', 'badc'],
])('%s and %s are not', (one, other) => {
  expect(isOneSlipAway(one, other)).toBe(false)
})

test('of several words the most usual ones are meant; short ones and numbers stay', () => {
  const known = new Map([
    ['cong', 90],
    ['long', 5],
    ['2026', 80],
    ['an', 70],
  ])
  expect(wordsMeant('kong', known, 2)).toEqual(['cong', 'long'])
  expect(wordsMeant('kong', known, 1)).toEqual(['cong'])
  expect(wordsMeant('2025', known, 1)).toEqual([])
  expect(wordsMeant('am', known, 1)).toEqual([])
  expect(wordsMeant('xyz', known, 1)).toEqual([])
})
