import { expect, test } from 'vitest'
import { sampleClock } from '#cms/sample/sample-clock.ts'
import { sampleStages } from '#cms/sample/stages.ts'
import { fold } from '#shared/vietnamese/fold.ts'
import { verdictOn } from '#test/bench/search/judge.ts'
import type { Answer, JudgedQuery } from '#test/bench/search/judged-query.ts'
import { JUDGED_QUERIES } from '#test/bench/search/judged-queries.ts'

const NOW = new Date('2026-11-22T03:00:00Z')

/** Collection and key of every item that the public reads. */
const readable = new Set(
  sampleStages(sampleClock(NOW)).flatMap(({ collection, items }) =>
    items.flatMap(({ key, data }) => {
      const { status, expiresAt } = data as { status?: string; expiresAt?: string }
      const isHidden = status === 'pending' || (expiresAt && new Date(expiresAt) < NOW)
      return isHidden ? [] : `${collection}/${key}`
    }),
  ),
)

test('at least eighty queries are judged, none twice', () => {
  const texts = JUDGED_QUERIES.map(({ text, tries }) => (tries === 'spelling' ? text : fold(text)))
  expect(texts.length).toBeGreaterThanOrEqual(80)
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})

test('every query has an answer that the public reads in the sample, none of them unwanted', () => {
  const unanswered = JUDGED_QUERIES.filter(({ answers }) => answers.length === 0)
  const named = JUDGED_QUERIES.flatMap(({ answers, unwanted }) => [...answers, ...unwanted])
  const confused = JUDGED_QUERIES.filter(({ answers, unwanted }) =>
    unwanted.some((one) => answers.includes(one)),
  )
  expect(unanswered).toEqual([])
  expect(named.filter((answer) => !readable.has(answer))).toEqual([])
  expect(confused).toEqual([])
})

test('what is typed without marks has none, and what tries a mark or an excluded word has it', () => {
  const wrong = JUDGED_QUERIES.filter(({ text, tries, unwanted }) => {
    if (tries === 'bare') return text !== fold(text)
    if (tries === 'exclusion') return !/ -["\p{L}]/u.test(text) || unwanted.length === 0
    return unwanted.length > 0 || (tries === 'spelling' && text.toLowerCase() === fold(text))
  })
  expect(wrong.map(({ text }) => text)).toEqual([])
})

test('a query is answered by the first three results, unless what it excludes is among them', () => {
  const query: JudgedQuery = {
    text: 'gốm -bình',
    tries: 'exclusion',
    answers: ['news/lo-nung'],
    unwanted: ['products/binh-gom'],
  }
  const pathsOf = new Map<Answer, string>([
    ['news/lo-nung', '/answer'],
    ['products/binh-gom', '/unwanted'],
  ])
  const isGood = (...paths: string[]) =>
    verdictOn({ query, text: query.text }, paths, pathsOf).isGood
  expect(isGood('/1', '/2', '/answer')).toBe(true)
  expect(isGood('/1', '/2', '/3', '/answer')).toBe(false)
  expect(isGood('/answer', '/unwanted')).toBe(false)
  expect(isGood('/answer', '/2', '/3', '/unwanted')).toBe(true)
  expect(isGood()).toBe(false)
})
